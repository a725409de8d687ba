import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { startPrivateRedis } from "../../src/store/private-redis.ts";
import { connectRedis, untilReady } from "../../src/store/redis.ts";
import type { Patience } from "../../src/store/redis-options.ts";

/** A Redis of its own in a folder of its own, with as many connections as a test wants. */
export async function startRedis() {
  const dataDir = await mkdtemp(join(tmpdir(), "easel-test-"));
  const server = await startPrivateRedis(
    { dataDir, path: process.env["PATH"] ?? "" },
    () => undefined,
  );
  const open: Redis[] = [];
  return {
    dataDir,
    url: server.url,
    async connect(patience: Patience = "wait"): Promise<Redis> {
      // A socket leads to one server, never to a Cluster.
      const redis = connectRedis(server.url, patience, () => undefined) as Redis;
      open.push(redis);
      await untilReady(redis, 5_000);
      return redis;
    },
    async close() {
      for (const redis of open) redis.disconnect();
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type TestRedis = Awaited<ReturnType<typeof startRedis>>;

/** Every key there is, with everything that it holds, as text. */
export async function dump(redis: Redis): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const key of await redis.keys("*")) {
    const bytes = await redis.dumpBuffer(key);
    const readers: Record<string, () => Promise<unknown>> = {
      string: () => redis.get(key),
      hash: () => redis.hgetall(key),
      list: () => redis.lrange(key, 0, -1),
      set: () => redis.smembers(key),
      zset: () => redis.zrange(key, 0, "-1"),
      stream: () => redis.xrange(key, "-", "+"),
    };
    const read = readers[await redis.type(key)];
    found.set(key, `${JSON.stringify(await read?.())} ${bytes?.toString("latin1")}`);
  }
  return found;
}
