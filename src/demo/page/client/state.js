/**
 * @typedef {{ id: string, name: string, type: number, guildId?: string }} Channel
 * @typedef {{ id: string, name: string, avatar: string | null, isModerator: boolean, locale: string }} Member
 */

/** What the page knows. Parts listen for the names they show. */
export const state = {
  me: "",
  bot: undefined,
  /** @type {Member[]} */
  members: [],
  guilds: [],
  /** @type {Channel[]} */
  channels: [],
  /** Commands offered to me, by channel. */
  offered: {},
  messages: new Map(),
  /** Private messages that were dismissed: they do not come back. */
  dismissed: new Set(),
  /** My own interactions since the page was opened. */
  interactions: new Map(),
  switches: [],
  /** @type {string[]} */
  languages: [],
  connected: false,
  cdnOrigin: "",
  /** Milliseconds by which the stand-in's clock is ahead of this computer's. */
  ahead: 0,
  channel: "",
};

const listeners = new Map();

/** Listens for any of these; call what comes back to stop. */
export function on(names, listener) {
  const all = names.split(" ");
  for (const name of all) listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  return () => {
    for (const name of all)
      listeners.set(
        name,
        listeners.get(name).filter((one) => one !== listener),
      );
  };
}

export function emit(name, data) {
  for (const listener of listeners.get(name) ?? []) listener(data);
}

export const now = () => Date.now() + state.ahead;
export const me = () => state.members.find(({ id }) => id === state.me);
export const channelNow = () => state.channels.find(({ id }) => id === state.channel);
export const isDm = (channel) => channel?.guildId === undefined;
export const byId = (a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1);

export const messagesIn = (channelId) =>
  [...state.messages.values()].filter(({ channel_id: id }) => id === channelId).sort(byId);

export function openChannel(id) {
  if (state.channel === id) return;
  state.channel = id;
  emit("channel");
}
