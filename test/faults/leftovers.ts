import type { Redis } from "ioredis";

/** Keys that stay for good, and those that stay for a time (src/store). */
const lasting = [
  /^\{easel\}:(?:catalogs|runs|loaded|lanes|secret|originals|originals:bytes)$/,
  /^\{easel\}:stats:(?:server|person):\d+:ever(?::people)?$/,
  /^\{easel\}:settings:/,
];
const passing = [
  /^\{easel\}:(?:record|records-of|end|notes|input|draft|drafts-of|history|chore):/,
  /^\{easel\}:(?:places|accepted|gpu):/,
  /^\{easel\}:troubles$/,
  /^\{easel\}:counted:\d+$/,
  /^\{easel\}:stats:(?:server|person):\d+:\d{4}-\d\d-\d\d(?::people)?$/,
  /^\{easel\}:(?:up|lease):/,
  /^\{easel\}:(?:teller|choosing)$/,
];
/** BullMQ's own, which hold no job. */
const bookkeeping = [/^\{easel\}:(?:generate|deliver):(?:meta|id|events|marker|stalled-check)$/];

/** Jobs that wait, run or are put off, by queue. */
export async function unfinished(redis: Redis): Promise<string[]> {
  const found: string[] = [];
  for (const name of ["generate", "deliver"]) {
    const key = (state: string) => `{easel}:${name}:${state}`;
    for (const state of ["wait", "active", "paused"]) {
      found.push(...(await redis.lrange(key(state), 0, -1)).map((id) => `${name} ${state} ${id}`));
    }
    for (const state of ["delayed", "prioritized"]) {
      found.push(
        ...(await redis.zrange(key(state), "0", "-1")).map((id) => `${name} ${state} ${id}`),
      );
    }
  }
  // What was drawn counts for whose turn it is until a worker has looked at it, which takes a moment.
  for (const key of ["{easel}:ledger", "{easel}:settled", "{easel}:shunned"])
    if ((await redis.exists(key)) === 1) found.push(key);
  return found;
}

/** What should not be in Redis once every job has ended: keys of jobs, and tokens anywhere. */
export async function leftovers(redis: Redis, secrets: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const key of await redis.keys("*")) {
    const isPassing = passing.some((pattern) => pattern.test(key));
    const known = isPassing || [...lasting, ...bookkeeping].some((pattern) => pattern.test(key));
    if (!known) problems.push(`left in Redis: ${key} ${(await valueOf(redis, key)).slice(0, 100)}`);
    // -1: it never ends; what ended just now (-2) is as it should be.
    if (isPassing && (await redis.ttl(key)) === -1)
      problems.push(`without an end in Redis: ${key}`);
    const value = await valueOf(redis, key);
    if (secrets.some((secret) => value.includes(secret))) problems.push(`a token in Redis: ${key}`);
  }
  return problems;
}

async function valueOf(redis: Redis, key: string): Promise<string> {
  switch (await redis.type(key)) {
    case "string":
      return (await redis.getBuffer(key))?.toString("latin1") ?? "";
    case "hash":
      return JSON.stringify(await redis.hgetall(key));
    case "list":
      return JSON.stringify(await redis.lrange(key, 0, -1));
    case "set":
      return JSON.stringify(await redis.smembers(key));
    case "zset":
      return JSON.stringify(await redis.zrange(key, "0", "-1", "WITHSCORES"));
    case "stream":
      return JSON.stringify(await redis.xrange(key, "-", "+"));
    default:
      return "";
  }
}
