import { join } from "node:path";
import { Redis } from "ioredis";

/** A connection to the private Redis that an Easel runs in its data folder. */
export function redisIn(dataDir: string): Redis {
  const redis = new Redis({
    path: join(dataDir, "redis", "redis.sock"),
    retryStrategy: () => null,
  });
  redis.on("error", () => undefined);
  return redis;
}

/** Everything that is kept of finished jobs goes, as after a month or with a new Redis. */
export const forgetResultsIn = (dataDir: string) => forgetIn(dataDir, /:(record|notes|end|input):/);

/** The pictures that members gave go, as after a week. */
export const forgetInputsIn = (dataDir: string) => forgetIn(dataDir, /:input:/);

async function forgetIn(dataDir: string, which: RegExp): Promise<void> {
  const redis = redisIn(dataDir);
  const keys = await redis.keys("{easel}:*");
  const kept = keys.filter((key) => which.test(key));
  if (kept.length > 0) await redis.unlink(kept);
  redis.disconnect();
}

/** Ends the private Redis that a killed Easel left behind, if there is one. */
export async function stopRedisIn(dataDir: string): Promise<void> {
  const redis = redisIn(dataDir);
  try {
    await redis.shutdown("NOSAVE");
  } catch {
    // None runs.
  } finally {
    redis.disconnect();
  }
}

/** Kills it as the kernel would; resolves with its process id. */
export async function killRedisIn(dataDir: string): Promise<number> {
  const redis = redisIn(dataDir);
  try {
    const pid = Number(/process_id:(\d+)/.exec(await redis.info("server"))?.[1]);
    process.kill(pid, "SIGKILL");
    return pid;
  } finally {
    redis.disconnect();
  }
}
