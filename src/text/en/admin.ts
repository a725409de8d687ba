import { number, plural } from "./format.ts";

/** How `/admin` speaks to those who run the bot, and what people are told of their own data. */

export const admin = {
  command: {
    about: "For those who run this bot",
    webuis: "The webuis",
    state: "How each webui is",
    drain: "Give a webui nothing more; what it draws is finished",
    resume: "Give a webui jobs again",
    add: "Give jobs to one more webui, from now on",
    url: "Its address, such as http://192.168.1.7:7860",
    remove: "Give a webui nothing more and forget it, until it is added again",
    refresh: "Have webuis look at their folders anew, and read their lists",
    options: "See or change a webui's own settings, for everyone who uses it",
    webui: "Which webui",
    option: "Which of its settings",
    value: "Its new value; nothing to see it",
    share: "See or change how much of the GPU time a server gets while several wait",
    server: "Which server (none: all that have a share of their own)",
    shareValue: "Twice the share is twice the GPU time: 0.1 to 10, usually 1; nothing to see it",
    doctor: "See what is in order and what is not",
    errors: "What went wrong in the last 24 hours",
    announce: "Say something to everyone who waits",
    text: "What to say; nothing to end it",
    hours: "For how long (24 if not said)",
    export: "Everything that is kept about a person, as a file",
    erase: "Forget everything about a person",
    user: "Whom",
    settingsExport: "Everything that is kept about you, as a file",
    settingsErase: "Forget everything that is kept about you",
  },

  states: {
    up: "up",
    resting: "resting, as it may still be busy",
    drained: "drained",
    down: "down",
    elsewhere: "up",
  },
  /** Behind the state, where something is wrong. */
  troubles: {
    down: "it cannot be reached",
    hung: "it does not answer in time",
    broke: "it broke off while drawing",
    busy: "it is too busy",
    memory: "its GPU ran out of memory",
    denied: "it lets nobody in: look at its --api and its login",
    nonsense: "its answers hold no pictures",
  },
  webui: (place: number, name: string, kind: string, state: string, trouble: string | undefined) =>
    `**${place}.** ${name} · ${kind} · ${state}${trouble === undefined ? "" : `: ${trouble}`}`,
  neverReached: (name: string) => `${name} · added, and not reached yet`,
  facts: (models: number, loras: number) =>
    `${plural(models, { one: "model", other: "models" })}, ${plural(loras, { one: "LoRA", other: "LoRAs" })}`,
  ownModel: (model: string) => `its own model: ${model}`,
  drawing: "drawing now",
  seen: (when: string) => `lists read ${when}`,
  noWebuis: "No webui has been reached yet.",
  drained: (name: string) =>
    `${name} is drained: it finishes what it is drawing and gets nothing more.`,
  resumed: (name: string) => `${name} is given jobs again.`,
  added: (name: string, facts: string) => `${name} is given jobs from now on: ${facts}.`,
  addedAway: (name: string) =>
    `${name} is added. It does not answer yet: it is given jobs as soon as it does.`,
  removed: (name: string) =>
    `${name} finishes what it is drawing and is forgotten. /admin webuis add brings it back.`,
  refreshed: (name: string) => `${name}: folders looked at, lists read.`,
  option: (name: string, value: string) => `**${name}** is ${value}.`,
  changed: (name: string, before: string, after: string) =>
    `**${name}** was ${before} and is now ${after}, for everyone who uses this webui.`,
  unchanged: (name: string, value: string) =>
    `The webui did not take it: **${name}** is still ${value}.`,
  back: (value: string) => `Back to ${value}`,

  share: (server: string, share: number) =>
    `**${server}** has a share of ${number.format(share)} in the GPU time while several servers wait (usually 1).`,
  sharesUsual: "Every server has the same share of the GPU time.",

  queued: (running: number, waiting: number) =>
    `${number.format(running)} being drawn, ${number.format(waiting)} waiting`,

  /** Lines that a message has no room for. */
  more: (count: number) => `and ${number.format(count)} more`,

  errorsTitle: (count: number) =>
    `${plural(count, { one: "error", other: "errors" })} in the last 24 hours`,
  noErrors: "Nothing went wrong in the last 24 hours.",
  error: (kind: string, count: number, last: string) =>
    `**${kind}** · ${number.format(count)}× · last ${last}`,
  reference: (id: string) => `reference ${id}`,

  announced: (until: string) => `Everyone who waits reads it now, until ${until}.`,
  silent: "Nothing is announced any more.",

  exported:
    "Everything that is kept about this person is in the file. What was posted stands in Discord.",
  exportTooLarge: "It is too large for a file here. Please ask whoever runs this bot.",
  reallyErase: (name: string) =>
    `Forget everything about ${name}? Settings, presets, list of pictures, how each was drawn, statistics; what waits is cancelled. Pictures that were posted stay in Discord, and their buttons go by what the pictures say themselves.`,
  erase: "Forget it all",
  erased: (name: string, cancelled: number) =>
    `Everything about ${name} is forgotten.${cancelled === 0 ? "" : ` ${plural(cancelled, { one: "job was", other: "jobs were" })} cancelled.`}`,

  refused: {
    noWebui: (typed: string) => `There is no webui \`${typed}\`.`,
    noServer: (typed: string, nearest: string[]) =>
      nearest.length === 0
        ? `I am in no server \`${typed}\`.`
        : `I am in no server \`${typed}\`. Did you mean ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    severalServers: (typed: string, ids: string[]) =>
      `Several servers are called \`${typed}\`: say which by its id, ${ids.join(", ")}.`,
    whichServer: "Which server? Choose one beside the share.",
    notAnAddress: "This is no address: it has to begin with http:// or https://.",
    isThere: (name: string) => `${name} is there already.`,
    noOptions: "This webui has no settings that could be seen or changed from here.",
    noOption: (typed: string, nearest: string[]) =>
      nearest.length === 0
        ? `There is no setting \`${typed}\` there.`
        : `There is no setting \`${typed}\` there. Did you mean ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    wrongType: (name: string, value: string) => `${name} cannot be \`${value}\`.`,
    noAnswer: "The webui did not answer in time. It may be busy loading: look again in a while.",
    failed: (detail: string) => `The webui refused${detail === "" ? "." : `: ${detail}`}`,
  },
};
