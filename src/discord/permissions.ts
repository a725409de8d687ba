import { type APIInteraction, ChannelType, PermissionFlagsBits } from "discord-api-types/v10";

const needed = ["ViewChannel", "SendMessages", "SendMessagesInThreads", "AttachFiles"] as const;
/** What the bot is invited with: to read back what a result says it must see older messages, too. */
export const wantedPermissions = [...needed, "ReadMessageHistory"] as const;
export type NeededPermission = (typeof needed)[number];
export type WantedPermission = (typeof wantedPermissions)[number];

/** Those of `wantedPermissions` that are not among `permissions`. */
export function lackingIn(permissions: bigint): WantedPermission[] {
  return wantedPermissions.filter((name) => !includes(permissions, name));
}

const includes = (permissions: bigint, name: WantedPermission) =>
  (permissions & (PermissionFlagsBits[name] | PermissionFlagsBits.Administrator)) !== 0n;

const threads: (ChannelType | undefined)[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** Where a result can go: what the bot lacks here, and whether it may post here once the token is dead. */
export type Postability = { missing: NeededPermission[]; canPost: boolean };

/** `context` of an interaction in the direct messages with the bot itself (Interaction Context Types). */
const botDm = 1;

/**
 * Read off the interaction itself: `app_permissions` are the bot's in this very channel. Where the bot is only
 * user-installed it is no member of the server and has just the interaction's token.
 */
export function postability(interaction: APIInteraction): Postability {
  const { guild_id: guildId, context, authorizing_integration_owners: owners } = interaction;
  if (guildId === undefined) {
    return { missing: [], canPost: context === undefined || Number(context) === botDm };
  }
  // "0" is the server's installation, "1" the user's (Application Integration Types).
  const inGuild = owners?.["0"] !== undefined || owners?.["1"] === undefined;
  if (!inGuild) return { missing: [], canPost: false };
  const has = BigInt(interaction.app_permissions);
  const otherPlace = threads.includes(interaction.channel?.type)
    ? "SendMessages"
    : "SendMessagesInThreads";
  const missing = needed.filter((name) => name !== otherPlace && !includes(has, name));
  return { missing, canPost: missing.length === 0 };
}

/** What the bot lacks in this very channel to do all it can; undefined where it is no member. */
export function lackingHere(interaction: APIInteraction): WantedPermission[] | undefined {
  const { missing, canPost } = postability(interaction);
  if (interaction.guild_id === undefined || (!canPost && missing.length === 0)) return undefined;
  const readable = includes(BigInt(interaction.app_permissions), "ReadMessageHistory");
  return readable ? missing : [...missing, "ReadMessageHistory"];
}

/**
 * Whether whoever asks may post pictures in this channel: what the bot posts for them is theirs. Who may not even see it, or
 * use commands in it, asks from elsewhere, and these are not the permissions for this channel.
 */
export function mayPostPictures({ member }: APIInteraction): boolean {
  if (member === undefined) return true;
  const has = BigInt(member.permissions);
  const here = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.UseApplicationCommands;
  if ((has & here) !== here) return true;
  return (has & (PermissionFlagsBits.AttachFiles | administrator)) !== 0n;
}

const administrator = PermissionFlagsBits.Administrator;
