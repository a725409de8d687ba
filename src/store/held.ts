import { keyOf, type Redis } from "./redis.ts";

/** Which results are held for moderators. Their pictures stay where the webuis' answers are, for a week, as far as there is room. */
export type Held = {
  /** Answers those that have to go for it, the oldest first. */
  add(id: string, bytes: number): Promise<string[]>;
  remove(id: string): Promise<void>;
};

export const heldFamily = "held";

/** Of all together: they are Redis' memory. */
const maxBytes = 512 * 1024 * 1024;
/** Seconds. */
const keepSeconds = 8 * 24 * 3600;

/** KEYS: list, sizes; ARGV: id, bytes, now, most, seconds. */
const makeRoom = `
redis.call("zadd", KEYS[1], "NX", ARGV[3], ARGV[1])
redis.call("hset", KEYS[2], ARGV[1], ARGV[2])
redis.call("expire", KEYS[1], ARGV[5])
redis.call("expire", KEYS[2], ARGV[5])
local total = 0
for _, bytes in ipairs(redis.call("hvals", KEYS[2])) do total = total + tonumber(bytes) end
local gone = {}
while total > tonumber(ARGV[4]) do
  local oldest = redis.call("zrange", KEYS[1], 0, 0)[1]
  if not oldest or oldest == ARGV[1] then break end
  total = total - tonumber(redis.call("hget", KEYS[2], oldest) or "0")
  redis.call("zrem", KEYS[1], oldest)
  redis.call("hdel", KEYS[2], oldest)
  gone[#gone + 1] = oldest
end
return gone`;

export function createHeld(redis: Redis, most = maxBytes): Held {
  const listKey = keyOf(heldFamily);
  const sizesKey = keyOf(heldFamily, "bytes");
  return {
    async add(id, bytes) {
      const sizes = [id, bytes, Date.now(), most, keepSeconds];
      return (await redis.eval(makeRoom, 2, listKey, sizesKey, ...sizes)) as string[];
    },
    async remove(id) {
      await redis.multi().zrem(listKey, id).hdel(sizesKey, id).exec();
    },
  };
}
