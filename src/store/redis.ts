import { Redis, type RedisOptions } from "ioredis";

/** The first part of every key of ours; in braces, so that a Redis Cluster keeps them together. */
export const keyPrefix = "{easel}";

/**
 * How a connection behaves while Redis is away: `fail` (the bot: a member waits for an answer) or `wait`
 * (the worker: nobody does).
 */
export type Patience = "fail" | "wait";

/** The bot answers within Discord's 3 seconds, so it gives Redis this long. Milliseconds. */
const patienceMs = 1_000;

type PatienceOptions = Pick<
  RedisOptions,
  | "retryStrategy"
  | "maxRetriesPerRequest"
  | "disconnectTimeout"
  | "enableOfflineQueue"
  | "autoResendUnfulfilledCommands"
  | "commandTimeout"
>;

function patienceOptions(patience: Patience): PatienceOptions {
  const shared: PatienceOptions = {
    retryStrategy: (times) => Math.min(1_000, 50 * times),
    maxRetriesPerRequest: null,
    // What is closed is closed at our end: a server that went first need not be waited for.
    disconnectTimeout: 100,
  };
  if (patience === "wait") return shared;
  return {
    ...shared,
    // What was under way when the connection broke fails at once, so that it can be tried again in time.
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    commandTimeout: patienceMs,
  };
}

/** Opens a connection that keeps trying; `url` may be `redis://`, `rediss://` or `unix:///path`. */
export function connectRedis(
  url: string,
  patience: Patience,
  onError: (error: Error) => void,
): Redis {
  const options = patienceOptions(patience);
  const redis = url.startsWith("unix://")
    ? new Redis({ ...options, path: url.slice("unix://".length) })
    : new Redis(url, options);
  redis.on("error", onError);
  return redis;
}

/** Resolves when the connection has been made once; rejects after `timeoutMs` milliseconds without one. */
export async function untilReady(redis: Redis, timeoutMs: number): Promise<void> {
  if (redis.status === "ready") return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error("Redis did not answer")), timeoutMs);
  redis.once("ready", resolve);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    redis.off("ready", resolve);
  }
}
