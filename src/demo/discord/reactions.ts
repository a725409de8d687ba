import { isUnicodeEmoji } from "./emoji.ts";
import { permission } from "./permissions.ts";
import { checkVisible } from "./pressing.ts";
import { toMember } from "./wire.ts";
import {
  type Message,
  type User,
  type World,
  botMay,
  guildOf,
  isDm,
  permissionsOf,
} from "./world.ts";

const INTENT_GUILD_REACTIONS = 1 << 10;
const INTENT_DIRECT_REACTIONS = 1 << 13;
export const MAX_REACTIONS = 20;

export interface Reaction {
  user: User;
  message: Message;
  emoji: string;
  /** false takes it back. */
  on: boolean;
}

/** Puts someone's reaction there or takes it away, and tells the gateway if that changed anything. */
export function setReaction(world: World, { user, message, emoji, on }: Reaction): void {
  const who = message.reactions.get(emoji) ?? new Set<string>();
  if (who.has(user.id) === on) return;
  if (on) who.add(user.id);
  else who.delete(user.id);
  if (who.size > 0) message.reactions.set(emoji, who);
  else message.reactions.delete(emoji);
  world.tell({ kind: "message", message });
  announce(world, { user, message, emoji, on });
}

function announce(world: World, { user, message, emoji, on }: Reaction): void {
  const channel = world.channels.get(message.channelId);
  if (!channel || !botMay(world, channel, isDm(channel) ? 0n : permission.VIEW_CHANNEL)) return;
  const { guildId } = channel;
  const data = {
    user_id: user.id,
    channel_id: channel.id,
    message_id: message.id,
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
    ...(on ? { message_author_id: message.author.id } : {}),
    ...(on && guildId !== undefined ? { member: toMember(user, guildOf(world, channel)) } : {}),
  };
  world.send(`MESSAGE_REACTION_${on ? "ADD" : "REMOVE"}`, data, {
    guildId,
    intent: guildId === undefined ? INTENT_DIRECT_REACTIONS : INTENT_GUILD_REACTIONS,
  });
}

/** A person clicks a reaction; throws where the client would not let them. */
export function react(world: World, reaction: Reaction): void {
  const { user, message, emoji, on } = reaction;
  checkVisible(message, user);
  if (message.ephemeralFor !== undefined) throw new Error("private messages do not take reactions");
  const channel = world.channels.get(message.channelId);
  if (!channel) throw new Error("the channel is gone");
  if (!isUnicodeEmoji(emoji)) throw new Error(`"${emoji}" is no emoji`);
  const isNew = !message.reactions.has(emoji);
  const held = permissionsOf(world, user, channel);
  if (on && isNew && (held & permission.ADD_REACTIONS) === 0n)
    throw new Error(`${user.name} may not add reactions here`);
  if (on && isNew && message.reactions.size >= MAX_REACTIONS)
    throw new Error("the message has all the reactions it may have");
  setReaction(world, reaction);
}
