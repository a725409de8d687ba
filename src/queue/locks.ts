import type { Cluster, Redis } from "ioredis";
import { jobNames } from "../jobs.ts";
import { queuePrefix } from "./connection.ts";

/**
 * Frees the jobs of workers that no longer live, without waiting for their locks to run out. Only right where
 * nobody else works on this Redis: at the start of the one process that owns it.
 */
export async function releaseLocks(redis: Redis | Cluster): Promise<void> {
  for (const name of jobNames) {
    const active = await redis.lrange(`${queuePrefix}:${name}:active`, 0, -1);
    if (active.length === 0) continue;
    await redis.unlink(active.map((id) => `${queuePrefix}:${name}:${id}:lock`));
    await redis.sadd(`${queuePrefix}:${name}:stalled`, active);
  }
}
