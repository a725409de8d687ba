import { urlOf } from "./cdn.ts";
import { type Wire, isObject, passed } from "./form.ts";
import { EVERY_PERMISSION } from "./permissions.ts";
import { timeOf } from "./snowflake.ts";
import {
  type Attachment,
  type Channel,
  type Component,
  type Guild,
  type Message,
  type User,
  type World,
  isDm,
  everyoneIn,
  guildOf,
  isThread,
  permissionsOf,
  rolesOf,
} from "./world.ts";

export const iso = (ms: number) => new Date(ms).toISOString().replace("Z", "000+00:00");

export function toUser(user: User): Wire {
  return {
    id: user.id,
    // People's names are lower case since 2023, bots' are not.
    username: user.bot ? user.name : user.name.toLowerCase().replaceAll(/\s+/g, "_"),
    avatar: user.avatar?.hash ?? null,
    discriminator: user.bot ? "0001" : "0",
    public_flags: 0,
    flags: 0,
    ...(user.bot ? { bot: true } : {}),
    banner: null,
    accent_color: null,
    global_name: user.bot ? null : user.name,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
}

/** A member wherever in the guild. */
export function toMember(user: User, guild: Guild | undefined): Wire {
  const held = guild ? rolesOf(guild, user).filter(({ id }) => id !== guild.id) : [];
  return {
    user: toUser(user),
    nick: null,
    avatar: user.guildAvatars.get(guild?.id ?? "")?.hash ?? null,
    banner: null,
    roles: held.map(({ id }) => id),
    joined_at: iso(timeOf(user.id)),
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  };
}

/** A member with what they may do in this channel, as interactions bring it. */
export const toMemberHere = (world: World, user: User, channel: Channel): Wire => ({
  ...toMember(user, guildOf(world, channel)),
  unusual_dm_activity_until: null,
  permissions: String(permissionsOf(world, user, channel)),
});

export function toChannel(world: World, channel: Channel): Wire {
  const common = { id: channel.id, type: channel.type, flags: 0, last_message_id: null };
  if (isDm(channel)) {
    const recipient = world.users.get(channel.recipientId ?? "");
    return { ...common, recipients: recipient ? [toUser(recipient)] : [] };
  }
  const inGuild = {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
  };
  if (isThread(channel))
    return {
      ...inGuild,
      owner_id: world.owner.id,
      member_count: 1,
      message_count: 0,
      total_message_sent: 0,
      rate_limit_per_user: 0,
      thread_metadata: {
        archived: false,
        archive_timestamp: iso(world.now()),
        auto_archive_duration: 1440,
        locked: false,
        create_timestamp: iso(world.now()),
      },
    };
  const { allow, deny } = everyoneIn(channel);
  const { botPermissions: bits } = channel;
  return {
    ...inGuild,
    position: 0,
    topic: null,
    nsfw: channel.ageRestricted,
    rate_limit_per_user: 0,
    permission_overwrites: [
      overwrite(channel.guildId ?? "", 0, allow, deny),
      overwrite(world.bot.id, 1, bits, EVERY_PERMISSION & ~bits),
    ],
  };
}

/** A channel as interactions bring it: without its overwrites, with what this person may do there. */
export function toChannelFor(world: World, user: User, channel: Channel): Wire {
  const { permission_overwrites: _, ...rest } = toChannel(world, channel);
  if (isDm(channel)) return rest;
  return { ...rest, permissions: String(permissionsOf(world, user, channel)) };
}

const overwrite = (id: string, type: number, allow: bigint, deny: bigint) => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});

function toAttachment(world: World, file: Attachment): Wire {
  const url = urlOf(world, file);
  return {
    id: file.id,
    filename: file.filename,
    size: file.size,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(file.width === undefined ? {} : { width: file.width, height: file.height }),
    ...(file.title === undefined ? {} : { title: file.title }),
    ...(file.description === undefined ? {} : { description: file.description }),
    ...(file.ephemeral ? { ephemeral: true } : {}),
    ...(file.filename.startsWith("SPOILER_") ? { flags: 8 } : {}),
  };
}

/** A stored tree with every reference to a file turned into the file's present address. */
function withMedia<T>(world: World, message: Message, value: T): T {
  if (Array.isArray(value)) return passed(value.map((item) => withMedia(world, message, item)));
  if (typeof value !== "object" || value === null) return value;
  const { attachment_id: id, type, file: inner } = passed<Wire>(value);
  const file = message.attachments.find((one) => one.id === id);
  if (type === 13 && isObject(inner)) {
    const shown = message.attachments.find((one) => one.id === inner["attachment_id"]);
    const media = withMedia(world, message, inner);
    return { ...value, file: media, name: shown?.filename ?? "", size: shown?.size ?? 0 };
  }
  if (file) {
    const url = urlOf(world, file);
    const size = { width: file.width ?? null, height: file.height ?? null };
    return { ...value, url, proxy_url: url, ...size, content_type: file.contentType };
  }
  return passed(
    Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withMedia(world, message, item)]),
    ),
  );
}

const toComponents = (world: World, message: Message): Component[] =>
  withMedia(world, message, message.components);

export function toMessage(world: World, message: Message, isReferenced = false): Wire {
  const { author } = message;
  const channel = world.channels.get(message.channelId);
  const referenced = world.messages.get(message.repliesTo ?? "");
  const hidden = shownInPlace(message);
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channelId,
    author: toUser(author),
    content: message.content,
    timestamp: iso(message.createdAt),
    edited_timestamp: message.editedAt === undefined ? null : iso(message.editedAt),
    flags: message.flags,
    tts: false,
    pinned: false,
    mention_everyone: message.mentionsEveryone,
    mentions: message.mentions.flatMap((id) => {
      const user = world.users.get(id);
      return user ? [toUser(user)] : [];
    }),
    mention_roles: message.mentionedRoles,
    attachments: message.attachments
      .filter(({ id }) => !hidden.has(id))
      .map((file) => toAttachment(world, file)),
    embeds: withMedia(world, message, message.embeds),
    components: toComponents(world, message),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.interactionId === undefined
      ? {}
      : { application_id: world.applicationId, webhook_id: world.applicationId }),
    ...(message.metadata ? { interaction_metadata: message.metadata } : {}),
    ...(message.repliesTo === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            channel_id: message.channelId,
            message_id: message.repliesTo,
            ...(channel?.guildId === undefined ? {} : { guild_id: channel.guildId }),
          },
          ...(isReferenced
            ? {}
            : {
                referenced_message:
                  referenced && !referenced.deleted ? toMessage(world, referenced, true) : null,
              }),
        }),
    ...(message.reactions.size === 0 ? {} : { reactions: toReactions(world, message) }),
  };
}

/** As the bot sees it without the message content intent: others' words only where they are meant for it. */
export function toSeen(world: World, message: Message): Wire {
  const whole = toMessage(world, message);
  const channel = world.channels.get(message.channelId);
  const isMeant =
    message.author.id === world.bot.id ||
    message.mentions.includes(world.bot.id) ||
    (channel !== undefined && isDm(channel));
  return isMeant ? whole : { ...whole, content: "", embeds: [], attachments: [], components: [] };
}

const toReactions = (world: World, message: Message) =>
  [...message.reactions].map(([name, users]) => ({
    emoji: { id: null, name },
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    burst_colors: [],
    me_burst: false,
    burst_me: false,
    burst_count: 0,
    me: users.has(world.bot.id),
  }));

/** Files shown inside an embed or a component are not listed a second time. */
function shownInPlace(message: Message): Set<string> {
  const ids = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { attachment_id: id } = value as { attachment_id?: unknown };
    if (typeof id === "string") ids.add(id);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(message.embeds);
  visit(message.components);
  return ids;
}
