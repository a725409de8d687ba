import type { Redis } from "ioredis";
import type { Sample } from "./samples.ts";

/** What Redis holds, and for how many. */
export async function measureRedis(redis: Redis): Promise<Sample["redis"]> {
  const keys = await redis.keys("*");
  const asked = redis.pipeline();
  for (const key of keys) asked.ttl(key);
  const answers = (await asked.exec()) ?? [];
  const lasting: Record<string, number> = {};
  let passing = 0;
  for (const [index, key] of keys.entries()) {
    if (answers[index]?.[1] !== -1) passing += 1;
    else lasting[familyOf(key)] = (lasting[familyOf(key)] ?? 0) + 1;
  }
  const clients = String(await redis.client("LIST"));
  const memory = /used_memory:(\d+)/.exec(await redis.info("memory"))?.[1];
  return {
    connections: clients.trim().split("\n").length,
    lasting,
    passing,
    usedMb: Number(memory) / 1_048_576,
  };
}

/** `{easel}:generate:meta` is of `generate`. */
const familyOf = (key: string) => key.split(":")[1] ?? key;
