import { keyOf, type Redis } from "./redis.ts";

/** Webuis that owners have added to those of `WEBUI_URLS`, and taken out of them, while everything runs. */
export type Roster = {
  /** `url` may hold a user and a password. One of that name that was taken out on some machine is there again, too. */
  add(webui: string, url: string): Promise<void>;
  /** One of `WEBUI_URLS`, too, is left alone until it is added again. */
  remove(webui: string): Promise<void>;
  /** Address by name; undefined for one that was taken out. */
  all(): Promise<Map<string, string | undefined>>;
};

export const rosterFamily = "roster";
const rosterKey = keyOf(rosterFamily);

export function createRoster(redis: Redis): Roster {
  return {
    async add(webui, url) {
      const all = Object.entries(await redis.hgetall(rosterKey));
      const out = all.filter(([name, known]) => known === "" && name.endsWith(`/${webui}`));
      const names = out.map(([name]) => name);
      const step = redis.multi().hset(rosterKey, webui, url);
      await (names.length === 0 ? step : step.hdel(rosterKey, ...names)).exec();
    },
    async remove(webui) {
      await redis.hset(rosterKey, webui, "");
    },
    async all() {
      const fields = Object.entries(await redis.hgetall(rosterKey));
      return new Map(fields.map(([webui, url]) => [webui, url === "" ? undefined : url]));
    },
  };
}
