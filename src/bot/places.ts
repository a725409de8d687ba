import { type REST, Routes } from "discord.js";

type Named = { id: string; name: string; type?: number };

/** A server's roles and channels, by their names. */
export type Places = {
  roles(guildId: string): Promise<Named[]>;
  channels(guildId: string): Promise<Named[]>;
};

/** Completion asks at every letter. Milliseconds. */
const freshMs = 30_000;

export function createPlaces(rest: REST): Places {
  const known = new Map<string, { at: number; list: Promise<Named[]> }>();
  const read = (route: `/${string}`) => {
    const last = known.get(route);
    if (last !== undefined && Date.now() - last.at < freshMs) return last.list;
    const list = rest.get(route) as Promise<Named[]>;
    known.set(route, { at: Date.now(), list });
    list.catch(() => known.delete(route));
    if (known.size > 500) known.clear();
    return list;
  };
  return {
    roles: (guildId) => read(Routes.guildRoles(guildId)),
    channels: (guildId) => read(Routes.guildChannels(guildId)),
  };
}
