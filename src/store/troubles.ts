import { z } from "zod";
import { keyOf, type Redis } from "./redis.ts";

const trouble = z.object({
  /** Of the job or the interaction, which the log knows too. */
  id: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** What kind of error it was, and the webui's own words if it was the webui's; never a stack, never a path. */
  kind: z.string(),
  detail: z.string().optional(),
});
export type Trouble = z.infer<typeof trouble>;

/** What went wrong lately, for the host to look at. */
export type Troubles = {
  note(trouble: Trouble): Promise<void>;
  /** Those of the last day, the newest first. */
  list(): Promise<Trouble[]>;
};

const most = 1_000;
const dayMs = 24 * 3600 * 1000;
export const troublesFamily = "troubles";
export const troublesKey = keyOf(troublesFamily);

export function createTroubles(redis: Redis): Troubles {
  return {
    async note(noted) {
      await redis
        .multi()
        .zadd(troublesKey, noted.at, JSON.stringify(noted))
        .zremrangebyscore(troublesKey, 0, noted.at - dayMs)
        .zremrangebyrank(troublesKey, 0, -most - 1)
        .expire(troublesKey, dayMs / 1000)
        .exec();
    },
    async list() {
      const stored = await redis.zrangebyscore(troublesKey, Date.now() - dayMs, "+inf");
      return stored.flatMap((json) => trouble.safeParse(JSON.parse(json)).data ?? []).toReversed();
    },
  };
}
