import { createHash } from "node:crypto";
import { toDraft } from "./draft.ts";
import { isObject } from "./form.ts";
import { post } from "./messages.ts";
import type { Upload } from "./multipart.ts";
import {
  EVERY_PERMISSION,
  USUAL_BOT_PERMISSIONS,
  USUAL_MEMBER_PERMISSIONS,
} from "./permissions.ts";
import {
  type Avatar,
  type Channel,
  DEFAULT_SIZE_LIMIT,
  type Guild,
  type Message,
  type User,
  type World,
  isThread,
  person,
} from "./world.ts";
import { toWholeGuild } from "./guild-wire.ts";
import { botRole } from "./roles.ts";
import { toChannel } from "./wire.ts";

const INTENT_GUILDS = 1;

/** A file as a person picks it. */
export interface PickedFile {
  bytes: Uint8Array;
  name: string;
  contentType?: string;
}

export const isPickedFile = (value: unknown): value is PickedFile =>
  isObject(value) && value["bytes"] instanceof Uint8Array;

function toAvatar(picture: Uint8Array): Avatar {
  const bytes = Buffer.from(picture);
  return { hash: createHash("md5").update(bytes).digest("hex"), bytes };
}

export function openDm(world: World, user: User): Channel {
  const open = [...world.channels.values()].find(
    ({ type, recipientId }) => type === 1 && recipientId === user.id,
  );
  if (open) return open;
  const channel: Channel = {
    id: world.nextId(),
    name: user.name,
    type: 1,
    recipientId: user.id,
    botPermissions: EVERY_PERMISSION,
    memberPermissions: EVERY_PERMISSION,
    ageRestricted: false,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** Makes people and places, and tells the gateway about them. */
export function createPeople(world: World) {
  const tell = (event: string, channel: Channel) => {
    world.tell({ kind: "places" });
    const { guildId } = channel;
    if (guildId === undefined || !world.guilds.get(guildId)?.botInstalled) return;
    const data = {
      ...toChannel(world, channel),
      ...(isThread(channel) ? { newly_created: true } : {}),
    };
    const kind = isThread(channel) ? "THREAD" : "CHANNEL";
    world.send(`${kind}_${event}`, data, { guildId, intent: INTENT_GUILDS });
  };

  return {
    createUser(options: { name: string; locale?: string; avatar?: Uint8Array }): User {
      const user = person(world.nextId(), options.name, false);
      user.locale = options.locale ?? "en-US";
      if (options.avatar) user.avatar = toAvatar(options.avatar);
      world.users.set(user.id, user);
      world.tell({ kind: "places" });
      return user;
    },
    /** In which language their Discord is. */
    setLocale(user: User, locale: string): void {
      user.locale = locale;
      world.tell({ kind: "places" });
    },
    /** Somebody's picture in this server alone. */
    setGuildAvatar(guild: Guild, user: User, bytes: Uint8Array): void {
      user.guildAvatars.set(guild.id, toAvatar(bytes));
    },
    createGuild(options: {
      name: string;
      owner?: User;
      botInstalled?: boolean;
      locale?: string;
      attachmentSizeLimit?: number;
    }): Guild {
      const guild: Guild = {
        id: world.nextId(),
        name: options.name,
        ownerId: (options.owner ?? world.owner).id,
        roles: [],
        memberRoles: new Map(),
        botInstalled: options.botInstalled ?? true,
        locale: options.locale ?? "en-US",
        attachmentSizeLimit: options.attachmentSizeLimit ?? DEFAULT_SIZE_LIMIT,
      };
      const everyone = { id: guild.id, name: "@everyone", mentionable: false };
      guild.roles.push({ ...everyone, permissions: USUAL_MEMBER_PERMISSIONS });
      if (guild.botInstalled) {
        const role = botRole(world);
        guild.roles.push(role);
        guild.memberRoles.set(world.bot.id, new Set([role.id]));
      }
      world.guilds.set(guild.id, guild);
      world.tell({ kind: "places" });
      if (guild.botInstalled)
        world.send("GUILD_CREATE", toWholeGuild(world, guild), {
          guildId: guild.id,
          intent: INTENT_GUILDS,
        });
      return guild;
    },
    /** The bot is thrown out. */
    removeBot(guild: Guild): void {
      guild.botInstalled = false;
      guild.roles = guild.roles.filter(({ botId }) => botId === undefined);
      guild.memberRoles.delete(world.bot.id);
      world.send("GUILD_DELETE", { id: guild.id }, { guildId: guild.id, intent: INTENT_GUILDS });
    },
    /**
     * With a parent: a thread of that channel, where the same people may do the same.
     * Without a guild: a group of friends, where the bot is no member.
     */
    createChannel(options: {
      guild?: Guild;
      parent?: Channel;
      name?: string;
      type?: number;
      botPermissions?: bigint;
      memberPermissions?: bigint;
      ageRestricted?: boolean;
    }): Channel {
      const { parent } = options;
      const guildId = options.guild?.id ?? parent?.guildId;
      const channel: Channel = {
        id: world.nextId(),
        name: options.name ?? "general",
        type: options.type ?? (parent ? 11 : guildId === undefined ? 3 : 0),
        botPermissions: options.botPermissions ?? parent?.botPermissions ?? USUAL_BOT_PERMISSIONS,
        memberPermissions:
          options.memberPermissions ?? parent?.memberPermissions ?? USUAL_MEMBER_PERMISSIONS,
        ageRestricted: options.ageRestricted ?? false,
        ...(guildId === undefined ? {} : { guildId }),
        ...(parent ? { parentId: parent.id } : {}),
      };
      world.channels.set(channel.id, channel);
      tell("CREATE", channel);
      return channel;
    },
    dm: (user: User): Channel => openDm(world, user),
    /** Threads have the permissions of their channel. */
    setBotPermissions(channel: Channel, bits: bigint): void {
      channel.botPermissions = bits;
      for (const thread of world.channels.values())
        if (thread.parentId === channel.id) thread.botPermissions = bits;
      tell("UPDATE", channel);
    },
    deleteChannel(channel: Channel): void {
      world.channels.delete(channel.id);
      for (const message of world.messages.values())
        if (message.channelId === channel.id) {
          message.deleted = true;
          world.messages.delete(message.id);
        }
      tell("DELETE", channel);
    },
    /** A person writes a message of their own. */
    say(options: {
      user: User;
      channel: Channel;
      content?: string;
      files?: PickedFile[];
    }): Message {
      const files = (options.files ?? []).map(({ bytes, name, contentType }, index): Upload => ({
        field: `files[${index}]`,
        name,
        contentType: contentType ?? "",
        bytes: Buffer.from(bytes),
      }));
      const limits = { sizeLimit: DEFAULT_SIZE_LIMIT };
      const draft = toDraft({ content: options.content ?? "" }, files, limits);
      return post(world, { channel: options.channel, author: options.user }, draft);
    },
  };
}
