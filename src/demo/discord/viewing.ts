import { offeredCommands } from "./asking.ts";
import { type Wire, isObject, listIn, passed, shown } from "./form.ts";
import { type Interaction, type Interactions, TOKEN_LIFE_MS } from "./interactions.ts";
import { permission } from "./permissions.ts";
import { toMessage, toUser } from "./wire.ts";
import {
  type Channel,
  type Command,
  type Message,
  type User,
  type World,
  guildPermissionsOf,
  permissionsOf,
} from "./world.ts";

/** What the client of one person shows of an interaction that this person began. */
export interface SeenInteraction {
  id: string;
  type: number;
  channelId: string;
  state: "waiting" | "answered" | "failed";
  /** The command in full, subcommands included; for buttons and dialogs their custom id. */
  name: string;
  messageId?: string;
  dialog?: Wire;
}

/** What people's own clients get to see, beyond what a bot is told. */
export function createViewing(world: World, interactions: Interactions) {
  return {
    users: (): User[] => [...world.users.values()],
    guilds: () => [...world.guilds.values()],
    channels: (): Channel[] => [...world.channels.values()],
    /** What this person may do in this place, in bits. */
    permissionsOf: (user: User, channel: Channel) => permissionsOf(world, user, channel),
    /** Whether this person keeps order in some server. */
    isModerator: (user: User) =>
      [...world.guilds.values()].some(
        (guild) => (guildPermissionsOf(guild, user) & permission.MANAGE_GUILD) !== 0n,
      ),
    /** The commands that the client offers this person in this place. */
    offered: (user: User, channel: Channel): Command[] =>
      offeredCommands(world, { user, channel, userInstalledOnly: false }),
    seenMessage: (user: User, message: Message) => seenMessage(world, interactions, user, message),
    seenInteraction,
  };
}

/** A message as the client of this person has it; undefined where it is not for them. */
function seenMessage(
  world: World,
  interactions: Interactions,
  user: User,
  message: Message,
): Wire | undefined {
  if (message.ephemeralFor !== undefined && message.ephemeralFor !== user.id) return undefined;
  const asked = commandBehind(interactions, message);
  const isLost = message.thinking && world.now() - message.createdAt >= TOKEN_LIFE_MS;
  return {
    ...toMessage(world, message),
    ...(message.reactions.size === 0 ? {} : { reactions: reactionsFor(message, user) }),
    ...(asked ? { asked: askedOf(asked) } : {}),
    ...(isLost ? { lost: true } : {}),
  };
}

/** The command that a message answers, at once or by way of a dialog. */
function commandBehind(interactions: Interactions, message: Message): Interaction | undefined {
  const byId = (wanted: unknown) => interactions.all().find(({ id }) => id === wanted);
  const direct = byId(message.interactionId);
  const trigger = direct?.metadata["triggering_interaction_metadata"];
  const asked = isObject(trigger) && !direct?.source ? byId(trigger["id"]) : direct;
  return asked?.type === 2 ? asked : undefined;
}

function askedOf(interaction: Interaction) {
  const { data } = interaction.payload;
  const isSlash = isObject(data) && data["type"] === 1;
  return {
    user: toUser(interaction.user),
    name: isSlash ? `/${nameOf(interaction)}` : nameOf(interaction),
  };
}

const reactionsFor = (message: Message, user: User) =>
  [...message.reactions].map(([name, users]) => ({
    emoji: { id: null, name },
    count: users.size,
    me: users.has(user.id),
  }));

function seenInteraction(user: User, interaction: Interaction): SeenInteraction | undefined {
  if (interaction.user.id !== user.id || interaction.type === 4) return undefined;
  const { id, type, channel, source, dialog, callback, failedReason } = interaction;
  return {
    id,
    type,
    channelId: channel.id,
    state: callback ? "answered" : failedReason === undefined ? "waiting" : "failed",
    name: nameOf(interaction),
    ...(source ? { messageId: source.id } : {}),
    ...(dialog ? { dialog: passed<Wire>(dialog) } : {}),
  };
}

function nameOf({ type, payload }: Interaction): string {
  const { data } = payload;
  if (!isObject(data)) return "";
  if (type !== 2) return shown(data["custom_id"]);
  const words = [shown(data["name"])];
  let options = listIn(data["options"]);
  for (;;) {
    const inner = options.filter(isObject).find((one) => Number(one["type"]) <= 2);
    if (!inner) return words.join(" ");
    words.push(shown(inner["name"]));
    options = listIn(inner["options"]);
  }
}
