import type { Redis } from "ioredis";
import { keyPrefix } from "./redis.ts";

/** Who waits with how much, and how fast the webuis have been: what an honest estimate needs. */
export type Line = {
  /** Puts a job at the end; its cost as `costOf` gives it. Answers what stood before it. */
  join(id: string, cost: number): Promise<{ ahead: number; costAhead: number }>;
  leave(id: string): Promise<void>;
  /** Notes a finished drawing of `cost` that took `seconds`. */
  measure(cost: number, seconds: number): Promise<void>;
  /** Seconds a unit of cost has taken lately; undefined before the first drawing. */
  secondsPerCost(): Promise<number | undefined>;
};

/** Weight of the newest drawing in the running mean. */
const newest = 0.3;

export function createLine(redis: Redis): Line {
  const lineKey = `${keyPrefix}:line`;
  const paceKey = `${keyPrefix}:pace`;

  const secondsPerCost = async () => {
    const pace = Number(await redis.get(paceKey));
    return pace > 0 ? pace : undefined;
  };

  return {
    async join(id, cost) {
      const waiting = Object.entries(await redis.hgetall(lineKey)).filter(
        ([other]) => other !== id,
      );
      await redis.hset(lineKey, id, cost);
      return {
        ahead: waiting.length,
        costAhead: waiting.reduce((sum, [, each]) => sum + Number(each), 0),
      };
    },
    async leave(id) {
      await redis.hdel(lineKey, id);
    },
    async measure(cost, seconds) {
      if (!(cost > 0)) return;
      const before = await secondsPerCost();
      const pace = seconds / cost;
      await redis.set(paceKey, before === undefined ? pace : before + newest * (pace - before));
    },
    secondsPerCost,
  };
}
