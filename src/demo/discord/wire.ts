import { urlOf } from "./cdn.ts";
import { type Wire, isObject, passed } from "./form.ts";
import { EVERY_PERMISSION } from "./permissions.ts";
import {
  type Attachment,
  type Channel,
  type Component,
  type Guild,
  type Message,
  type User,
  type World,
  isDm,
  isThread,
  permissionsOf,
} from "./world.ts";

const iso = (ms: number) => new Date(ms).toISOString().replace("Z", "000+00:00");

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

export function toMember(world: World, user: User, channel?: Channel): Wire {
  return {
    user: toUser(user),
    nick: null,
    avatar: user.guildAvatars.get(channel?.guildId ?? "")?.hash ?? null,
    banner: null,
    roles: [],
    joined_at: iso(world.now() - 86_400_000),
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
    unusual_dm_activity_until: null,
    ...(channel ? { permissions: String(permissionsOf(world, user, channel)) } : {}),
  };
}

export function toChannel(world: World, channel: Channel): Wire {
  const common = { id: channel.id, type: channel.type, flags: 0, last_message_id: null };
  if (isDm(channel)) {
    const recipient = world.users.get(channel.recipientId ?? "");
    return { ...common, recipients: recipient ? [toUser(recipient)] : [] };
  }
  const inGuild = { ...common, guild_id: channel.guildId, name: channel.name, parent_id: null };
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
  return {
    ...inGuild,
    position: 0,
    topic: null,
    nsfw: channel.ageRestricted,
    rate_limit_per_user: 0,
    permission_overwrites: [
      overwrite(channel.guildId ?? "", 0, channel.memberPermissions),
      overwrite(world.bot.id, 1, channel.botPermissions),
    ],
  };
}

const overwrite = (id: string, type: number, allow: bigint) => ({
  id,
  type,
  allow: String(allow),
  deny: String(EVERY_PERMISSION & ~allow),
});

export function toGuild(world: World, guild: Guild): Wire {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: "deprecated",
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: [everyoneRole(guild)],
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

const everyoneRole = (guild: Guild) => ({
  id: guild.id,
  name: "@everyone",
  permissions: "0",
  position: 0,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0,
});

/** A guild as GUILD_CREATE brings it, with everything in it. */
export function toWholeGuild(world: World, guild: Guild): Wire {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  return {
    ...toGuild(world, guild),
    joined_at: iso(world.now()),
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    members: [toMember(world, world.bot)],
    channels: channels.filter((channel) => !isThread(channel)).map((one) => toChannel(world, one)),
    threads: channels.filter(isThread).map((one) => toChannel(world, one)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

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
