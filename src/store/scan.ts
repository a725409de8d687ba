import { keyPrefix, mastersOf, type Redis } from "./redis.ts";

/** Keys that are looked at between two answers. */
const count = 1_000;

/** Every key of ours that fits `pattern`, some at a time; a key may come twice, as SCAN has it. */
export async function* scanKeys(
  redis: Redis,
  pattern = `${keyPrefix}:*`,
): AsyncGenerator<Buffer[]> {
  // A Cluster that cannot be reached has no masters, which is not to be taken for no keys.
  await redis.ping();
  for (const master of mastersOf(redis)) {
    let cursor = "0";
    do {
      const [next, keys] = await master.scanBuffer(cursor, "MATCH", pattern, "COUNT", count);
      yield keys;
      cursor = String(next);
    } while (cursor !== "0");
  }
}
