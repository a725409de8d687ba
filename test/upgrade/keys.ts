import type { Redis } from "ioredis";

/** What a key holds, independent of the server's version; bytes as Base64. */
export type Kept =
  | { type: "string"; value: string }
  | { type: "hash"; value: Record<string, string> }
  | { type: "list"; value: string[] }
  | { type: "set"; value: string[] }
  | { type: "zset"; value: [member: string, score: number][] };

/** Everything in a Redis but what passes by itself (streams of events, seconds-long locks). */
export async function readKeys(redis: Redis): Promise<Record<string, Kept>> {
  const found: Record<string, Kept> = {};
  for (const key of (await redis.keys("*")).sort()) {
    const ttl = await redis.pttl(key);
    if (ttl >= 0 && ttl < 120_000) continue;
    const kept = await readKey(redis, key);
    if (kept !== undefined) found[key] = kept;
  }
  return found;
}

async function readKey(redis: Redis, key: string): Promise<Kept | undefined> {
  const text = (bytes: Buffer | null) => (bytes ?? Buffer.alloc(0)).toString("base64");
  switch (await redis.type(key)) {
    case "string":
      return { type: "string", value: text(await redis.getBuffer(key)) };
    case "hash": {
      const fields = Object.entries(await redis.hgetallBuffer(key));
      return { type: "hash", value: Object.fromEntries(fields.map(([f, v]) => [f, text(v)])) };
    }
    case "list":
      return { type: "list", value: (await redis.lrangeBuffer(key, 0, -1)).map(text) };
    case "set":
      return { type: "set", value: (await redis.smembersBuffer(key)).map(text) };
    case "zset": {
      const flat = await redis.zrange(key, "0", "-1", "WITHSCORES");
      const pairs = flat.flatMap((member, index): [string, number][] =>
        index % 2 === 0 ? [[member, Number(flat[index + 1])]] : [],
      );
      return { type: "zset", value: pairs };
    }
    default:
      return undefined;
  }
}

export async function writeKeys(redis: Redis, keys: Record<string, Kept>): Promise<void> {
  const bytes = (text: string) => Buffer.from(text, "base64");
  for (const [key, kept] of Object.entries(keys)) {
    switch (kept.type) {
      case "string":
        await redis.set(key, bytes(kept.value));
        break;
      case "hash":
        for (const [field, value] of Object.entries(kept.value))
          await redis.hset(key, field, bytes(value));
        break;
      case "list":
        if (kept.value.length > 0) await redis.rpush(key, ...kept.value.map(bytes));
        break;
      case "set":
        if (kept.value.length > 0) await redis.sadd(key, ...kept.value.map(bytes));
        break;
      case "zset":
        for (const [member, score] of kept.value) await redis.zadd(key, score, member);
        break;
    }
  }
}
