import type { Storage } from "../config.ts";
import { borrowPrivateRedis } from "../store/borrow-redis.ts";
import { connectRedis, type Redis, untilReady } from "../store/redis.ts";
import { isRedisAway } from "../store/redis-away.ts";
import { BackupError } from "./errors.ts";

/** A Redis may still be reading its file. Milliseconds. */
const readyMs = 30_000;

/**
 * Does `work` on the Redis where everything is kept: the one of `REDIS_URL`, or the private one, whether a bot runs
 * or not.
 * @throws {BackupError} when it cannot be reached, or goes while it is at work.
 */
export async function withStorage<T>(
  { redisUrl, dataDir, path }: Storage,
  work: (redis: Redis) => Promise<T>,
): Promise<T> {
  const server =
    redisUrl === undefined
      ? await borrowPrivateRedis({ dataDir, path })
      : { url: redisUrl, close: async () => undefined };
  try {
    return await withRedis(server.url, work);
  } finally {
    await server.close();
  }
}

async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  let refusal: Error | undefined;
  const redis = connectRedis(url, "end", (error) => {
    if (isReply(error)) refusal = error;
  });
  try {
    try {
      await untilReady(redis, readyMs);
    } catch (error) {
      throw refusal ?? new BackupError((words) => words.redisAway, { cause: error });
    }
    return await work(redis);
  } catch (error) {
    const isThere = redis.status === "ready" && (isReply(error) || !isRedisAway(error));
    if (isThere || error instanceof BackupError) throw error;
    throw refusal ?? new BackupError((words) => words.redisAway, { cause: error });
  } finally {
    redis.disconnect();
  }
}

const isReply = (error: unknown) => error instanceof Error && error.name === "ReplyError";
