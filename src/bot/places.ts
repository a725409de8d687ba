import { DiscordAPIError, type REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";

export type Named = { id: string; name: string; type?: number };

/** The servers, their roles and channels, by their names, and what is known of a channel. */
export type Places = {
  /** Those that the bot is in, as they came to be. */
  servers(): Promise<Named[]>;
  /** None, where the bot is no member. */
  roles(guildId: string): Promise<Named[]>;
  channels(guildId: string): Promise<Named[]>;
  /** Also those that were made just now. */
  isChannelOf(guildId: string, channelId: string): Promise<boolean>;
  /** No, where that cannot be found out. */
  isAgeRestricted(channelId: string): Promise<boolean>;
};

/** Completion asks at every letter. Milliseconds. */
const freshMs = 30_000;

export function createPlaces(rest: REST): Places {
  const known = new Map<string, { at: number; answer: Promise<unknown> }>();
  const read = (
    route: `/${string}`,
    ask: () => Promise<unknown> = () => rest.get(route),
  ): Promise<unknown> => {
    const last = known.get(route);
    if (last !== undefined && Date.now() - last.at < freshMs) return last.answer;
    const answer = ask();
    known.set(route, { at: Date.now(), answer });
    answer.catch(() => known.delete(route));
    if (known.size > 500) known.clear();
    return answer;
  };
  const list = async (route: `/${string}`) =>
    (await read(route, () => rest.get(route).catch(noneThere))) as Named[];
  return {
    servers: async () => (await read(Routes.userGuilds(), () => readServers(rest))) as Named[],
    roles: (guildId) => list(Routes.guildRoles(guildId)),
    channels: (guildId) => list(Routes.guildChannels(guildId)),
    async isChannelOf(guildId, channelId) {
      try {
        const all = (await rest.get(Routes.guildChannels(guildId))) as Named[];
        return all.some(({ id }) => id === channelId);
      } catch (error) {
        if (!(error instanceof DiscordAPIError)) throw error;
        return isOf(guildId, channelId, rest);
      }
    },
    async isAgeRestricted(channelId) {
      try {
        const { nsfw } = (await read(Routes.channel(channelId))) as { nsfw?: boolean };
        return nsfw === true;
      } catch (error) {
        if (error instanceof DiscordAPIError) return false;
        throw error;
      }
    },
  };
}

function noneThere(error: unknown): Named[] {
  if (error instanceof DiscordAPIError) return [];
  throw error;
}

/** Where the list of a server's channels is not to be had, the channel says whose it is. */
async function isOf(guildId: string, channelId: string, rest: REST): Promise<boolean> {
  try {
    const channel = (await rest.get(Routes.channel(channelId))) as { guild_id?: string };
    return channel.guild_id === guildId;
  } catch (error) {
    if (error instanceof DiscordAPIError) return false;
    throw error;
  }
}

/** Discord tells no more at once. */
const serversAtOnce = 200;

async function readServers(rest: REST): Promise<Named[]> {
  const all: Named[] = [];
  for (;;) {
    const last = all.at(-1);
    const query = new URLSearchParams({
      limit: String(serversAtOnce),
      ...(last === undefined ? {} : { after: last.id }),
    });
    const more = (await rest.get(Routes.userGuilds(), { query })) as Named[];
    all.push(...more.map(({ id, name }) => ({ id, name })));
    if (more.length < serversAtOnce) return all;
  }
}
