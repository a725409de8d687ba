import { type Catalog, catalog } from "../generation/catalog.ts";
import { type LaneState, laneStates, type Trouble, troubleNames } from "../generation/health.ts";
import { keyOf, type Redis } from "./redis.ts";

/** How one webui is. `up`: it draws, or will in a moment. */
export type Health = { up: boolean; state: LaneState; trouble?: Trouble | undefined };

/** What is known of one webui: what it has, and how it is. */
export type WebuiState = Health & { name: string; catalog: Catalog };

/** The webuis as the workers see them. The worker writes, the bot reads. */
export type Catalogs = {
  put(catalog: Catalog): Promise<void>;
  say(name: string, health: Health): Promise<void>;
  /** Nobody looks after it any more. */
  forget(name: string): Promise<void>;
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
    async say(name, { up, state, trouble = "" }) {
      await redis.set(upKey(name), `${up ? 1 : 0} ${state} ${trouble}`, "EX", upForSeconds);
    },
    async forget(name) {
      await redis.multi().hdel(catalogsKey, name).del(upKey(name)).exec();
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
        ...readHealth(up[index]),
        catalog: each,
      }));
    },
  };
}

/** Of whom nobody says anything, it is not known what is wrong. */
function readHealth(said: string | null | undefined): Health {
  const [up, state, trouble] = (said ?? "").split(" ");
  return {
    up: up === "1",
    state: laneStates.find((each) => each === state) ?? "down",
    trouble: troubleNames.find((each) => each === trouble),
  };
}
