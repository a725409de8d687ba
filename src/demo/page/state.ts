import { type Channel, type StandInDiscord, type User, permission } from "../discord/start.ts";
import type { Switches } from "./switches.ts";
import { translated } from "./translated.ts";

export interface Scene {
  discord: StandInDiscord;
  members: User[];
  switches: Switches;
  /** In which one's own Discord can be, by Discord's names. */
  languages: readonly string[];
}

/** The places this person sees: the servers' channels, and their own direct messages with the bot. */
export function channelsOf(discord: StandInDiscord, member: User): Channel[] {
  discord.dm(member);
  return discord
    .channels()
    .filter((channel) =>
      channel.guildId === undefined
        ? channel.recipientId === member.id
        : (discord.permissionsOf(member, channel) & permission.VIEW_CHANNEL) !== 0n,
    );
}

export function toPlaces({ discord, members }: Scene, member: User) {
  const guilds = discord.guilds();
  return {
    me: member.id,
    bot: discord.users().find(({ id }) => id === discord.botUserId),
    members: members.map((one) => ({
      id: one.id,
      name: one.name,
      avatar: one.avatar?.hash ?? null,
      isModerator: discord.isModerator(one),
      locale: one.locale,
    })),
    guilds: guilds.map(({ id, name, roles }) => ({
      id,
      name,
      roles: roles.map((role) => ({ id: role.id, name: role.name })),
    })),
    channels: channelsOf(discord, member).map(({ id, name, type, guildId }) => ({
      id,
      name,
      type,
      guildId,
    })),
    cdnOrigin: discord.cdnOrigin,
  };
}

/** Which commands are offered to this person, by channel. */
export function toCommands({ discord }: Scene, member: User) {
  const offered = channelsOf(discord, member).map(
    (channel) => [channel.id, translated(member.locale, discord.offered(member, channel))] as const,
  );
  return { offered: Object.fromEntries(offered) };
}

export const toClock = ({ discord }: Scene) => ({ now: discord.now() });
export const toConnection = ({ discord }: Scene) => ({ connected: discord.isConnected() });

/** Everything there is to show to one person, at the beginning. */
export function toWhole(scene: Scene, member: User) {
  const { discord, switches, languages } = scene;
  const messages = channelsOf(discord, member)
    .flatMap((channel) => discord.messages(channel))
    .flatMap((message) => discord.seenMessage(member, message) ?? []);
  return {
    ...toPlaces(scene, member),
    ...toCommands(scene, member),
    ...toClock(scene),
    ...toConnection(scene),
    switches: switches.shown(),
    languages,
    messages,
  };
}
