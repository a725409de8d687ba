import { z } from "zod";
import type { Run } from "../generation/estimate.ts";
import { standingOf } from "../generation/forecast.ts";
import type { Place } from "../generation/schedule/places.ts";
import type { GenerateJob } from "../jobs.ts";
import { releasePlace } from "./quotas.ts";
import { keyOf, type Redis } from "./redis.ts";
import { forgetShunned } from "./shunned.ts";

/** Who waits with how much, and how fast the webuis have been: what an honest estimate needs. */
export type Line = {
  /**
   * Puts a job into it; answers all that wait and are drawn, this one among them unless it is over. `storedAs`: the key
   * that is there as long as it waits or is drawn.
   */
  join(job: GenerateJob, storedAs: string): Promise<Place[]>;
  all(): Promise<Place[]>;
  /** However a job ended: it waits no more, and its place among its author's own is free. */
  leave(id: string): Promise<void>;
  /** Notes a finished run, and which model its webui has loaded now. */
  measure(run: Run): Promise<void>;
  /** The last runs, oldest first. */
  runs(): Promise<Run[]>;
  /** A webui is there, which says that it has this model; what it drew with last tells more. */
  greet(webui: string, model: string): Promise<void>;
  /** It is gone, and has loaded who knows what when it is back. */
  part(webui: string): Promise<void>;
  /** The model that each webui has loaded, as far as that is known, by the webui's name. */
  loaded(): Promise<Record<string, string>>;
};

export const lineFamily = "line";
export const runsFamily = "runs";
export const loadedFamily = "loaded";

/** Stands for a server where there is none. */
const directMessages = "dm";

/** Enough for some models on some webuis. */
const keptRuns = 300;
/** Runs do not change an estimate from one moment to the next. Milliseconds. */
const freshMs = 2_000;

const run = z.object({
  webui: z.string(),
  model: z.string(),
  cost: z.number(),
  seconds: z.number(),
  swapped: z.boolean(),
});
/** What an earlier version noted says less: of nobody, since ever. */
const place = z.object({
  cost: z.number(),
  model: z.string().optional(),
  userId: z.string().default(""),
  guildId: z.string().default(directMessages),
  weight: z.number().default(1),
  guildWeight: z.number().default(1),
  arrivedAt: z.number().default(0),
});

/**
 * A second time changes nothing. A job that is not stored any more is over by now, and one that is not stored yet may never
 * be: nobody would take its place away again.
 */
const joinScript = `
if redis.call("exists", KEYS[2]) == 0 then return 0 end
return redis.call("hsetnx", KEYS[1], ARGV[1], ARGV[2])`;

export function createLine(redis: Redis): Line {
  const lineKey = keyOf(lineFamily);
  const runsKey = keyOf(runsFamily);
  const loadedKey = keyOf(loadedFamily);
  let reading: Promise<Run[]> | undefined;
  let readAt = -Infinity;
  const read = async () =>
    (await redis.lrange(runsKey, 0, -1)).flatMap((json) => parsed(run, json));

  /** What a job noted never changes, and hundreds look at hundreds. */
  let known = new Map<string, Place[]>();
  const all = async (): Promise<Place[]> => {
    const before = known;
    known = new Map();
    for (const [id, json] of Object.entries(await redis.hgetall(lineKey))) {
      const read = before.get(id) ?? parsed(place, json).map((each) => ({ id, ...each }));
      known.set(id, read);
    }
    return [...known.values()].flat();
  };

  return {
    async join(job, storedAs) {
      const { id, ...own } = placeOf(job);
      const keys = [lineKey, storedAs];
      // Redis carries these out in this order.
      const [, places] = await Promise.all([
        redis.eval(joinScript, keys.length, ...keys, id, JSON.stringify(own)),
        all(),
      ]);
      return places;
    },
    all,
    async leave(id) {
      await Promise.all([
        redis.hdel(lineKey, id),
        forgetShunned(redis, id),
        releasePlace(redis, id),
      ]);
    },
    async measure(measured) {
      if (!(measured.cost > 0)) return;
      await redis
        .multi()
        .rpush(runsKey, JSON.stringify(measured))
        .ltrim(runsKey, -keptRuns, -1)
        .exec();
      if (measured.model !== "") await redis.hset(loadedKey, measured.webui, measured.model);
      readAt = -Infinity;
    },
    runs() {
      if (reading === undefined || performance.now() - readAt > freshMs) {
        readAt = performance.now();
        reading = read();
        reading.then(
          // The first run says much: it is looked for until it is there.
          (runs) => (readAt = runs.length === 0 ? -Infinity : readAt),
          () => (reading = undefined),
        );
      }
      // Whoever asks meanwhile waits as well, so that nobody overtakes whoever asked first.
      return reading;
    },
    greet: async (webui, model) => void (await redis.hsetnx(loadedKey, webui, model)),
    part: async (webui) => void (await redis.hdel(loadedKey, webui)),
    loaded: () => redis.hgetall(loadedKey),
  };
}

/** What counts of a job for whose turn it is. */
export function placeOf({ id, request, reply, share }: GenerateJob): Place {
  const { userId, guildId = directMessages, askedAt } = reply;
  const { weight, guildWeight } = share ?? { weight: 1, guildWeight: 1 };
  return { id, ...standingOf(request), userId, guildId, weight, guildWeight, arrivedAt: askedAt };
}

/** What another version wrote counts for nothing. */
function parsed<T extends z.ZodType>(schema: T, json: string): z.infer<T>[] {
  try {
    return [schema.parse(JSON.parse(json))];
  } catch {
    return [];
  }
}
