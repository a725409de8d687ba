import { storeFile } from "./cdn.ts";
import { flatten } from "./components.ts";
import { type Draft, flag } from "./draft.ts";
import { textsOfEmbed, toRich } from "./embeds.ts";
import type { Wire } from "./form.ts";
import { pingedBy } from "./mentions.ts";
import { bind, settle } from "./settling.ts";
import { permission } from "./permissions.ts";
import {
  type Attachment,
  type Channel,
  type Message,
  type User,
  type World,
  botMay,
  guildOf,
  isDm,
  permissionsOf,
} from "./world.ts";
import { toMember, toSeen } from "./wire.ts";

const INTENT_GUILD_MESSAGES = 1 << 9;
const INTENT_DIRECT_MESSAGES = 1 << 12;
const KEPT_FLAGS = flag.SUPPRESS_EMBEDS | flag.SUPPRESS_NOTIFICATIONS | flag.COMPONENTS_V2;

export interface Posting {
  channel: Channel;
  author: User;
  type?: number;
  ephemeralFor?: string | undefined;
  interactionId?: string;
  metadata?: Wire;
  repliesTo?: string | undefined;
  nonce?: string | number | undefined;
}

function blank(world: World, posting: Posting): Message {
  return {
    id: world.nextId(),
    channelId: posting.channel.id,
    author: posting.author,
    content: "",
    flags: 0,
    embeds: [],
    components: [],
    attachments: [],
    mentions: [],
    mentionedRoles: [],
    mentionsEveryone: false,
    createdAt: world.now(),
    thinking: false,
    type: posting.type ?? 0,
    reactions: new Map(),
    deleted: false,
    ...(posting.nonce === undefined ? {} : { nonce: posting.nonce }),
    ...(posting.ephemeralFor === undefined ? {} : { ephemeralFor: posting.ephemeralFor }),
    ...(posting.interactionId === undefined ? {} : { interactionId: posting.interactionId }),
    ...(posting.metadata === undefined ? {} : { metadata: posting.metadata }),
    ...(posting.repliesTo === undefined ? {} : { repliesTo: posting.repliesTo }),
  };
}

/** "… is thinking": the place of an answer that comes later. */
export function postThinking(world: World, posting: Posting): Message {
  const message = blank(world, posting);
  message.thinking = true;
  message.flags = flag.LOADING | (posting.ephemeralFor === undefined ? 0 : flag.EPHEMERAL);
  world.messages.set(message.id, message);
  announce(world, message, "MESSAGE_CREATE");
  return message;
}

export function post(world: World, posting: Posting, draft: Draft): Message {
  const message = blank(world, posting);
  fill(world, message, draft);
  if (posting.ephemeralFor !== undefined) message.flags |= flag.EPHEMERAL;
  const { channel, author } = posting;
  const isLoud =
    author.id === world.bot.id
      ? botMay(world, channel, permission.MENTION_EVERYONE)
      : (permissionsOf(world, author, channel) & permission.MENTION_EVERYONE) !== 0n;
  const roles = guildOf(world, channel)?.roles ?? [];
  const pinged = pingedBy(textOf(message), draft.allowed, {
    repliedTo: repliedAuthor(world, message),
    mayMentionEveryone: isLoud,
    isPingable: (id) => roles.some((role) => role.id === id && (role.mentionable || isLoud)),
  });
  message.mentions = pinged.users.filter((id) => world.users.has(id));
  message.mentionedRoles = pinged.roles;
  message.mentionsEveryone = pinged.everyone;
  world.messages.set(message.id, message);
  announce(world, message, "MESSAGE_CREATE");
  return message;
}

/** A reply pings whom it answers; the answer to a command or a button does not. */
function repliedAuthor(world: World, message: Message): string | undefined {
  if (message.interactionId !== undefined || message.repliesTo === undefined) return undefined;
  const author = world.messages.get(message.repliesTo)?.author.id;
  return author === message.author.id ? undefined : author;
}

/** Changes a message. Nobody is pinged by it. */
export function edit(world: World, message: Message, draft: Draft): Message {
  if (message.thinking) {
    message.thinking = false;
    message.flags &= ~flag.LOADING;
  } else message.editedAt = world.now();
  fill(world, message, draft);
  announce(world, message, "MESSAGE_UPDATE");
  return message;
}

function fill(world: World, message: Message, draft: Draft): void {
  const place = { channelId: message.channelId, ephemeral: message.ephemeralFor !== undefined };
  const added = draft.added.map(({ upload, name, ...words }): Attachment => {
    const { bytes, contentType } = upload;
    const file = storeFile(world, { name, bytes, contentType }, place);
    const renamed = name === upload.name ? {} : { title: upload.name.replace(/\.\w+$/, "") };
    return { ...file, ...renamed, ...words };
  });
  message.attachments = [...draft.kept, ...added];
  message.flags |= draft.flags & KEPT_FLAGS;
  if (draft.content !== undefined) message.content = draft.content;
  if (draft.embeds) message.embeds = bind(message.attachments, draft.embeds.map(toRich));
  if (draft.components)
    message.components = settle(draft.components, message.attachments, world.nextId);
}

export function remove(world: World, message: Message): void {
  message.deleted = true;
  world.messages.delete(message.id);
  announce(world, message, "MESSAGE_DELETE");
}

function announce(world: World, message: Message, event: string): void {
  world.tell({ kind: event === "MESSAGE_DELETE" ? "gone" : "message", message });
  const channel = world.channels.get(message.channelId);
  if (!channel || message.ephemeralFor !== undefined) return;
  if (!botMay(world, channel, isDm(channel) ? 0n : permission.VIEW_CHANNEL)) return;
  const { guildId } = channel;
  const place = { channel_id: channel.id, ...(guildId === undefined ? {} : { guild_id: guildId }) };
  const { user: _, ...member } = toMember(message.author, guildOf(world, channel));
  const data =
    event === "MESSAGE_DELETE"
      ? { id: message.id, ...place }
      : {
          ...toSeen(world, message),
          ...place,
          channel_type: channel.type,
          ...(guildId === undefined ? {} : { member }),
        };
  const intent = guildId === undefined ? INTENT_DIRECT_MESSAGES : INTENT_GUILD_MESSAGES;
  world.send(event, data, { guildId, intent });
}

/** All words a person reads in a message, in order. */
export function textOf(message: Message): string {
  const inComponents = flatten(message.components).flatMap(({ type, content }) =>
    type === 10 && content ? [content] : [],
  );
  return [message.content, ...message.embeds.flatMap(textsOfEmbed), ...inComponents]
    .filter((one) => one !== "")
    .join("\n");
}

export interface Button {
  customId: string;
  label?: string;
  emoji?: string;
  disabled: boolean;
}

export function buttonsOf(message: Message): Button[] {
  return flatten(message.components).flatMap(
    ({ type, custom_id: customId, label, emoji, disabled }) =>
      type === 2 && customId
        ? [
            {
              customId,
              ...(label ? { label } : {}),
              ...(emoji ? { emoji: emoji.name } : {}),
              disabled: disabled === true,
            },
          ]
        : [],
  );
}
