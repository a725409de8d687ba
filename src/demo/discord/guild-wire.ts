import type { Wire } from "./form.ts";
import { type Channel, type Guild, type Role, type World, isThread } from "./world.ts";
import { iso, toChannel, toMember } from "./wire.ts";

/** Only Community servers can choose a language; all others are said to be English. */
export const featuresOf = (guild: Guild): string[] =>
  guild.locale === "en-US" ? [] : ["COMMUNITY"];

/** Channels of a guild, its threads among them. */
export const channelsIn = (world: World, guild: Guild): Channel[] =>
  [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);

export function toGuild(world: World, guild: Guild): Wire {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: featuresOf(guild),
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
    roles: toRoles(guild),
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

export const toRole = (guild: Guild, role: Role): Wire => ({
  id: role.id,
  name: role.name,
  permissions: String(role.permissions),
  position: guild.roles.indexOf(role),
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: role.botId !== undefined,
  mentionable: role.mentionable,
  icon: null,
  unicode_emoji: null,
  flags: 0,
  ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
});

export const toRoles = (guild: Guild): Wire[] => guild.roles.map((role) => toRole(guild, role));

/** A guild as GUILD_CREATE brings it, with everything in it. */
export function toWholeGuild(world: World, guild: Guild): Wire {
  const channels = channelsIn(world, guild);
  return {
    ...toGuild(world, guild),
    joined_at: iso(world.now()),
    large: false,
    unavailable: false,
    member_count: world.users.size,
    voice_states: [],
    members: [toMember(world.bot, guild)],
    channels: channels.filter((channel) => !isThread(channel)).map((one) => toChannel(world, one)),
    threads: channels.filter(isThread).map((one) => toChannel(world, one)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
