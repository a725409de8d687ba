import type { Cluster, Redis } from "ioredis";
import { queuePrefix } from "./connection.ts";

/** How many jobs wait to be drawn. */
export async function readDepth(redis: Redis | Cluster): Promise<number> {
  return redis.llen(`${queuePrefix}:generate:wait`);
}
