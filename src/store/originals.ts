import { randomBytes } from "node:crypto";
import { keyOf, type Redis } from "./redis.ts";

/** Pictures as the webui made them, where Discord got another: for a day, and not more than there is room for. */
export type Originals = {
  put(id: string, number: number, bytes: Buffer): Promise<void>;
  get(id: string, number: number): Promise<Buffer | undefined>;
  /** Keeps one that is still there for a day from now on. */
  renew(id: string, number: number): Promise<void>;
  /** Those of a job. */
  remove(id: string): Promise<void>;
  /** Numbers of a job's pictures that are still kept. */
  numbers(id: string): Promise<number[]>;
  /** What signs links to them; the same for all processes, for good. */
  secret(): Promise<string>;
};

export const originalFamily = "original";
export const originalsFamily = "originals";
export const secretFamily = "secret";

/** Of one job. */
const mostPictures = 25;
/** Seconds. */
const keepSeconds = 24 * 3600;
/** Of all together, in bytes: they are Redis' memory. */
const maxBytes = 512 * 1024 * 1024;

/** Keeps one, and lets the oldest go until there is room. KEYS: list, sizes; ARGV: key, bytes, now, most. */
const makeRoom = `
redis.call("zadd", KEYS[1], ARGV[3], ARGV[1])
redis.call("hset", KEYS[2], ARGV[1], ARGV[2])
local total = 0
for _, bytes in ipairs(redis.call("hvals", KEYS[2])) do total = total + tonumber(bytes) end
while total > tonumber(ARGV[4]) or (redis.call("zscore", KEYS[1], redis.call("zrange", KEYS[1], 0, 0)[1]) or "inf") + 0 < tonumber(ARGV[5]) do
  local oldest = redis.call("zrange", KEYS[1], 0, 0)[1]
  if not oldest or oldest == ARGV[1] then break end
  total = total - tonumber(redis.call("hget", KEYS[2], oldest) or "0")
  redis.call("zrem", KEYS[1], oldest)
  redis.call("hdel", KEYS[2], oldest)
  redis.call("del", oldest)
end
return total`;

export function createOriginals(redis: Redis): Originals {
  const listKey = keyOf(originalsFamily);
  const sizesKey = keyOf(originalsFamily, "bytes");
  const secretKey = keyOf(secretFamily);
  const originalKey = (id: string, number: number) => keyOf(originalFamily, id, number);

  return {
    async put(id, number, bytes) {
      const key = originalKey(id, number);
      const now = Date.now();
      await redis.set(key, bytes, "EX", keepSeconds);
      await redis.eval(
        makeRoom,
        2,
        listKey,
        sizesKey,
        key,
        bytes.length,
        now,
        maxBytes,
        now - keepSeconds * 1000,
      );
    },
    get: async (id, number) => (await redis.getBuffer(originalKey(id, number))) ?? undefined,
    async renew(id, number) {
      const key = originalKey(id, number);
      // One that is gone must not come back into the list.
      await redis.multi().expire(key, keepSeconds).zadd(listKey, "XX", Date.now(), key).exec();
    },
    async remove(id) {
      const keys = Array.from({ length: mostPictures }, (_, index) => originalKey(id, index + 1));
      await redis
        .multi()
        .del(keys)
        .zrem(listKey, keys)
        .hdel(sizesKey, ...keys)
        .exec();
    },
    async numbers(id) {
      const possible = Array.from({ length: mostPictures }, (_, index) => index + 1);
      const there = await Promise.all(
        possible.map((number) => redis.exists(originalKey(id, number))),
      );
      return possible.filter((_, index) => there[index] === 1);
    },
    async secret() {
      await redis.set(secretKey, randomBytes(32).toString("base64url"), "NX");
      return (await redis.get(secretKey)) ?? "";
    },
  };
}
