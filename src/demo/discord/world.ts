import { randomBytes } from "node:crypto";
import type { Wire } from "./form.ts";
import { EVERY_PERMISSION, USUAL_MEMBER_PERMISSIONS, permission } from "./permissions.ts";
import { createSnowflakes } from "./snowflake.ts";
import { type Change, createWatching, type Watcher } from "./watching.ts";

export interface User {
  readonly id: string;
  name: string;
  locale: string;
  bot: boolean;
  /** false: whoever writes to this person gets 403/50007. */
  acceptsDms: boolean;
  avatar?: Avatar;
  /** Those of single guilds, by the guild's id. */
  guildAvatars: Map<string, Avatar>;
}

export interface Avatar {
  hash: string;
  bytes: Buffer;
}

export interface Guild {
  readonly id: string;
  name: string;
  ownerId: string;
  /** From below; the first is @everyone, which has the id of the guild. */
  roles: Role[];
  /** Ids of the roles that were given, by the id of the member. */
  memberRoles: Map<string, Set<string>>;
  botInstalled: boolean;
  locale: string;
  /** Largest file the bot itself may post here, in bytes. */
  attachmentSizeLimit: number;
}

export interface Role {
  readonly id: string;
  name: string;
  permissions: bigint;
  /** Anyone may ping it. */
  mentionable: boolean;
  /** Set: it came with this bot, and nobody else can have it. */
  botId?: string;
}

/** Several people who share the application; the first is its owner. */
export interface Team {
  readonly id: string;
  name: string;
  members: User[];
  /** Who has not accepted yet. */
  invited: User[];
}

export interface Channel {
  readonly id: string;
  name: string;
  /** Discord's channel type: 0 text, 1 DM, 2 voice, 3 group DM, 5 news, 11 thread, 15 forum. */
  type: number;
  guildId?: string;
  /** Of a thread: the channel in which it was opened. */
  parentId?: string;
  /** The person on the other side of a DM with the bot. */
  recipientId?: string;
  botPermissions: bigint;
  memberPermissions: bigint;
  ageRestricted: boolean;
}

export interface StoredFile {
  readonly id: string;
  channelId: string;
  filename: string;
  contentType: string;
  bytes: Buffer;
  size: number;
  width?: number;
  height?: number;
  ephemeral: boolean;
  /** An upload that Discord swallowed: it is listed, but the CDN has nothing. */
  lost: boolean;
}

export interface Attachment extends StoredFile {
  title?: string;
  description?: string;
}

export interface Component extends Wire {
  type: number;
  id: number;
  custom_id?: string;
  content?: string;
  label?: string;
  disabled?: boolean;
  emoji?: { id?: string | null; name: string };
  components?: Component[];
  component?: Component;
  accessory?: Component;
  options?: { label: string; value: string; default?: boolean; emoji?: { name: string } }[];
}

export interface Message {
  readonly id: string;
  channelId: string;
  author: User;
  content: string;
  flags: number;
  embeds: Wire[];
  components: Component[];
  attachments: Attachment[];
  /** Ids of the people who were really pinged when it was posted. */
  mentions: string[];
  mentionedRoles: string[];
  mentionsEveryone: boolean;
  createdAt: number;
  editedAt?: number;
  nonce?: string | number;
  interactionId?: string;
  /** Set: only this person sees it. */
  ephemeralFor?: string;
  /** Deferred and not filled yet. */
  thinking: boolean;
  repliesTo?: string;
  type: number;
  metadata?: Wire;
  reactions: Map<string, Set<string>>;
  deleted: boolean;
}

export interface Command extends Wire {
  id: string;
  type: number;
  name: string;
}

type Sender = (
  event: string,
  data: Wire,
  to: { guildId?: string | undefined; intent?: number; privateIntent?: number },
) => number;

/** Everything the stand-in knows. Times are of its own clock. */
export interface World {
  readonly token: string;
  readonly applicationId: string;
  readonly bot: User;
  readonly owner: User;
  /** Set: the application is not one person's. */
  team?: Team;
  readonly secret: string;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  readonly files: Map<string, StoredFile>;
  /** Registered commands by guild id; "" holds the global ones. */
  readonly commands: Map<string, Command[]>;
  readonly problems: string[];
  readonly faults: { stripMetadata: boolean; loseUploads: boolean; cdnDelayMs: number };
  cdnOrigin: string;
  readonly now: () => number;
  readonly advance: (ms: number) => void;
  readonly nextId: () => string;
  /** Sends to every fitting gateway session; answers how many got or will get it. */
  send: Sender;
  /** Looks on at what changes; call what comes back to stop. */
  readonly watch: (watcher: Watcher) => () => void;
  readonly tell: (change: Change) => void;
}

export const MIB = 1024 * 1024;
export const DEFAULT_SIZE_LIMIT = 10 * MIB;

export function createWorld(token: string | undefined): World {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const nextId = createSnowflakes(now);
  const bot = person(nextId(), "Easel", true);
  const owner = person(nextId(), "host", false);
  const problems: string[] = [];
  return {
    token:
      token ??
      `${Buffer.from(bot.id).toString("base64url")}.${randomBytes(4).toString("base64url")}.${randomBytes(28).toString("base64url")}`,
    applicationId: bot.id,
    bot,
    owner,
    secret: randomBytes(32).toString("hex"),
    users: new Map([
      [bot.id, bot],
      [owner.id, owner],
    ]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    files: new Map(),
    commands: new Map(),
    problems,
    faults: { stripMetadata: false, loseUploads: false, cdnDelayMs: 0 },
    cdnOrigin: "",
    now,
    advance: (ms) => {
      ahead += ms;
    },
    nextId,
    send: () => 0,
    ...createWatching(problems),
  };
}

export function person(id: string, name: string, bot: boolean): User {
  return { id, name, locale: "en-US", bot, acceptsDms: true, guildAvatars: new Map() };
}

export const isDm = (channel: Channel): boolean => channel.type === 1 || channel.type === 3;
export const isThread = (channel: Channel): boolean => [10, 11, 12].includes(channel.type);

export function guildOf(world: World, channel: Channel): Guild | undefined {
  return channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
}

/** Is the bot itself a member where this channel is? */
export function botIsIn(world: World, channel: Channel): boolean {
  if (isDm(channel)) return channel.type === 1 && channel.recipientId !== undefined;
  return guildOf(world, channel)?.botInstalled === true;
}

export function botMay(world: World, channel: Channel, bits: bigint): boolean {
  if (!botIsIn(world, channel)) return false;
  if (isDm(channel)) return (bits & permission.MANAGE_MESSAGES) === 0n;
  const held = channel.botPermissions;
  return (held & permission.ADMINISTRATOR) !== 0n || (held & bits) === bits;
}

export function permissionsOf(world: World, user: User, channel: Channel): bigint {
  if (user.id === world.bot.id) return channel.botPermissions;
  const guild = guildOf(world, channel);
  if (!guild) return channel.memberPermissions;
  const given = guildPermissionsOf(guild, user);
  if ((given & permission.ADMINISTRATOR) !== 0n) return EVERY_PERMISSION;
  const { allow, deny } = everyoneIn(channel);
  return (given & ~deny) | allow;
}

/** What a channel gives everybody beyond @everyone's own rights, and what it takes from them. */
export const everyoneIn = ({ memberPermissions: bits }: Channel) => ({
  allow: bits & ~USUAL_MEMBER_PERMISSIONS,
  deny: USUAL_MEMBER_PERMISSIONS & ~bits,
});

/** What a member's roles give, whatever the channel. */
export function guildPermissionsOf(guild: Guild, user: User): bigint {
  if (guild.ownerId === user.id) return EVERY_PERMISSION;
  return rolesOf(guild, user).reduce((bits, { permissions }) => bits | permissions, 0n);
}

/** A member's roles, @everyone included. */
export function rolesOf(guild: Guild, user: User): Role[] {
  const held = guild.memberRoles.get(user.id);
  return guild.roles.filter(({ id }) => id === guild.id || held?.has(id) === true);
}

/** A thread is for the ages for which its channel is. */
export function isAgeRestricted(world: World, channel: Channel): boolean {
  return (world.channels.get(channel.parentId ?? "") ?? channel).ageRestricted;
}
