import { type Catalog, catalog } from "../generation/catalog.ts";
import { keyOf, type Redis } from "./redis.ts";

/** What is known of one webui: what it has, and whether it can be reached. */
export type WebuiState = { name: string; up: boolean; catalog: Catalog };

/** The webuis as the workers see them. The worker writes, the bot reads. */
export type Catalogs = {
  put(catalog: Catalog): Promise<void>;
  setUp(name: string, up: boolean): Promise<void>;
  /** Every webui seen in the last days, in the order of their names. */
  read(): Promise<WebuiState[]>;
};

export const catalogsFamily = "catalogs";
export const upFamily = "up";

/** A worker says every few seconds that its webui is up; silence longer than this means that it is not. Seconds. */
const upForSeconds = 30;
const keepMs = 3 * 24 * 3600 * 1000;

export function createCatalogs(redis: Redis): Catalogs {
  const catalogsKey = keyOf(catalogsFamily);
  const upKey = (name: string) => keyOf(upFamily, name);
  const parsed = new Map<string, { json: string; known: Catalog | undefined }>();

  /** Catalogs can be large and seldom change: each text is read once. */
  const parse = (name: string, json: string) => {
    const last = parsed.get(name);
    if (last?.json === json) return last.known;
    const known = catalog.safeParse(JSON.parse(json)).data;
    parsed.set(name, { json, known });
    return known;
  };

  return {
    async put(known) {
      await redis.hset(catalogsKey, known.webui, JSON.stringify(known));
    },
    async setUp(name, up) {
      await redis.set(upKey(name), up ? "1" : "0", "EX", upForSeconds);
    },
    async read() {
      const stored = Object.entries(await redis.hgetall(catalogsKey)).sort(([a], [b]) =>
        a < b ? -1 : 1,
      );
      const known = stored.flatMap(([name, json]) => parse(name, json) ?? []);
      const fresh = known.filter(({ readAt }) => Date.now() - readAt < keepMs);
      if (fresh.length === 0) return [];
      const up = await redis.mget(fresh.map(({ webui }) => upKey(webui)));
      return fresh.map((each, index) => ({
        name: each.webui,
        up: up[index] === "1",
        catalog: each,
      }));
    },
  };
}
