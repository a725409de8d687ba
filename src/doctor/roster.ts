import type { Config } from "../config.ts";
import { connectRedis, untilReady } from "../store/redis.ts";
import { createRoster } from "../store/roster.ts";
import { findRunningRedis } from "../store/running-redis.ts";

/** Milliseconds. */
const readyMs = 4_000;

/** Addresses by the names of their webuis; undefined for one that an owner took out. */
export type Addresses = ReadonlyMap<string, string | undefined>;

/** The webuis that owners added and took out while Easel ran; none where Redis cannot be asked, which is told elsewhere. */
export async function readRoster({
  redisUrl,
  dataDir,
}: Pick<Config, "redisUrl" | "dataDir">): Promise<Addresses> {
  try {
    const url = redisUrl ?? (await findRunningRedis(dataDir));
    return url === undefined ? new Map() : await readFrom(url);
  } catch {
    return new Map();
  }
}

async function readFrom(url: string): Promise<Addresses> {
  const redis = connectRedis(url, "end", () => undefined);
  try {
    await untilReady(redis, readyMs);
    return await createRoster(redis).all();
  } finally {
    redis.disconnect();
  }
}
