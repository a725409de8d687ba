import { z } from "zod";
import type { Run } from "../generation/estimate.ts";
import type { Standing } from "../generation/forecast.ts";
import { releasePlace } from "./quotas.ts";
import { keyOf, type Redis } from "./redis.ts";

/** Who waits with how much, and how fast the webuis have been: what an honest estimate needs. */
export type Line = {
  /** Puts a job at the end; answers those that stand before it, and are being drawn. */
  join(id: string, standing: Standing): Promise<Standing[]>;
  /** However a job ended: it waits no more, and its place among its author's own is free. */
  leave(id: string): Promise<void>;
  /** Notes a finished run, and which model its webui has loaded now. */
  measure(run: Run): Promise<void>;
  /** The last runs, oldest first. */
  runs(): Promise<Run[]>;
  /** The model that each webui drew with last, by the webui's name. */
  loaded(): Promise<Record<string, string>>;
};

export const lineFamily = "line";
export const runsFamily = "runs";
export const loadedFamily = "loaded";

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
const standing = z.union([
  z.object({ cost: z.number(), model: z.string().optional() }),
  // As an earlier version noted it: the cost alone.
  z.number().transform((cost) => ({ cost })),
]);

export function createLine(redis: Redis): Line {
  const lineKey = keyOf(lineFamily);
  const runsKey = keyOf(runsFamily);
  const loadedKey = keyOf(loadedFamily);
  let reading: Promise<Run[]> | undefined;
  let readAt = -Infinity;
  const read = async () =>
    (await redis.lrange(runsKey, 0, -1)).flatMap((json) => parsed(run, json));

  return {
    async join(id, own) {
      const waiting = Object.entries(await redis.hgetall(lineKey)).filter(
        ([other]) => other !== id,
      );
      await redis.hset(lineKey, id, JSON.stringify(own));
      return waiting.flatMap(([, json]) => parsed(standing, json));
    },
    async leave(id) {
      await Promise.all([redis.hdel(lineKey, id), releasePlace(redis, id)]);
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
    loaded: () => redis.hgetall(loadedKey),
  };
}

/** What another version wrote counts for nothing. */
function parsed<T extends z.ZodType>(schema: T, json: string): z.infer<T>[] {
  try {
    return [schema.parse(JSON.parse(json))];
  } catch {
    return [];
  }
}
