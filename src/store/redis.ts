import { Redis, type RedisOptions } from "ioredis";

/** The first part of every key of ours; in braces, so that a Redis Cluster keeps them together. */
export const keyPrefix = "{easel}";

/** A key of ours. Each store owns a family of them, whose name it exports: `backup/families.ts` has a line for each. */
export const keyOf = (family: string, ...parts: readonly (string | number)[]): string =>
  [keyPrefix, family, ...parts].join(":");

/**
 * How a connection behaves while Redis is away: `fail` (the bot: a member waits for an answer), `wait`
 * (the worker: nobody does) or `end` (a program that does one thing: it is not made again).
 */
export type Patience = "fail" | "wait" | "end";

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
  if (patience === "end") return { ...shared, retryStrategy: () => null };
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

/** Resolves when the connection has been made once; rejects after `timeoutMs` milliseconds without one, or when it ends. */
export async function untilReady(redis: Redis, timeoutMs: number): Promise<void> {
  if (redis.status === "ready") return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = () => reject(new Error("Redis did not answer"));
  const timer = setTimeout(fail, timeoutMs);
  redis.once("ready", resolve);
  redis.once("end", fail);
  if (redis.status === "end") fail();
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    redis.off("ready", resolve);
    redis.off("end", fail);
  }
}
