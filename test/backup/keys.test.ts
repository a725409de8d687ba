import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Families, keptFamilies } from "../../src/backup/families.ts";
import { readEntries } from "../../src/backup/read-keys.ts";
import { restoreFrom, withBackup } from "../../src/backup/restore-file.ts";
import { writeBackup } from "../../src/backup/write-file.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let file: string;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  // Nothing of this has to outlive a loss of power.
  await redis.config("SET", "appendonly", "no");
  file = join(await mkdtemp(join(tmpdir(), "easel-test-")), "backup");
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => {
  await server.close();
  await rm(join(file, ".."), { recursive: true });
});

/** What every key holds, whatever its order where none counts. */
async function contents(): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const key of await redis.keysBuffer("*")) {
    const readers: Record<string, () => Promise<unknown>> = {
      string: () => redis.getBuffer(key),
      hash: async () => (await redis.callBuffer("HGETALL", key)) as Buffer[],
      list: () => redis.lrangeBuffer(key, 0, -1),
      set: async () => (await redis.smembersBuffer(key)).map((each) => each.toString("hex")).sort(),
      zset: () => redis.zrangeBuffer(key, 0, "-1", "WITHSCORES"),
    };
    all[key.toString("latin1")] = await readers[await redis.type(key)]?.();
  }
  return all;
}

const never = new AbortController().signal;
const known: Families = { rules: "whole", jobs: "added", queue: "left out" };
const backUp = (families = known) =>
  writeBackup(file, readEntries(redis, families), keptFamilies(families), never);
const restore = (families = known) =>
  withBackup(file, families, (backup) => restoreFrom(backup, redis, families, never));
const binary = Buffer.from([0, 255, 10, 13, 128]);
const binaryKey = (family: string) => Buffer.concat([Buffer.from(`{easel}:${family}:`), binary]);

describe("what a restore brings back", () => {
  it("is every type of key with every byte of it, and when it goes", async () => {
    for (const family of ["rules", "jobs"]) {
      const key = (type: string) => `{easel}:${family}:${type}`;
      await redis.set(binaryKey(family), binary);
      await redis.set(key("empty"), "");
      await redis.set(key("passing"), "soon", "EX", 1_000);
      await redis.hset(key("hash"), { text: "é", empty: "" });
      await redis.hset(key("hash"), binary, binary);
      await redis.rpush(key("list"), "b", "a", "b");
      await redis.sadd(key("set"), "1", "2", binary);
      await redis.zadd(key("zset"), 1.5, "a", "-inf", "b", 1e300, binary, 0.1, "c");
    }
    const before = await contents();
    expect(Object.keys(before)).toHaveLength(14);
    expect(await backUp()).toBe(14);
    const expires = await redis.pexpiretime("{easel}:rules:passing");
    await redis.flushall();
    expect(await restore()).toBe(14);
    expect(await contents()).toEqual(before);
    for (const family of ["rules", "jobs"]) {
      const again = await redis.pexpiretime(`{easel}:${family}:passing`);
      expect(Math.abs(again - expires)).toBeLessThan(2_000);
      expect(await redis.ttl(`{easel}:${family}:hash`)).toBe(-1);
      expect(await redis.getBuffer(binaryKey(family))).toEqual(binary);
    }
  });

  it("leaves out queues and what is not Easel's, in both directions", async () => {
    await redis.mset({ "{easel}:queue:1": "1", "{easel}:rules": "1", other: "1", "{easel}": "1" });
    await redis.set("{easel}:rules2", "1");
    await redis.xadd("{easel}:queue:events", "*", "a", "1");
    expect(await backUp()).toBe(1);
    await redis.flushall();
    await redis.mset({ "{easel}:queue:2": "2", "{easel}:rules2": "2", other: "2" });
    await restore();
    expect((await redis.keys("*")).sort()).toEqual(
      ["other", "{easel}:queue:2", "{easel}:rules", "{easel}:rules2"].sort(),
    );
    expect(await redis.get("other")).toBe("2");
  });

  it("makes rules what they were: the newer ones go, changed ones change back", async () => {
    await redis.hset("{easel}:rules:guild", { steps: "20", only: "then" });
    await redis.set("{easel}:rules:gone", "1");
    await redis.set("{easel}:rules:expired", "1", "PX", 1);
    await backUp();
    await redis.del("{easel}:rules:gone");
    await redis.hset("{easel}:rules:guild", { steps: "90", newer: "now" });
    await redis.set("{easel}:rules:newer", "1");
    await restore();
    expect(await redis.hgetall("{easel}:rules:guild")).toEqual({ steps: "20", only: "then" });
    expect((await redis.keys("*")).sort()).toEqual(["{easel}:rules:gone", "{easel}:rules:guild"]);
  });

  it("leaves what is known of jobs, and adds what is not", async () => {
    await redis.hset("{easel}:jobs:1", { posted: "old", forgotten: "yes" });
    await redis.expire("{easel}:jobs:1", 100);
    await redis.mset({ "{easel}:jobs:2": "old", "{easel}:jobs:3": "old" });
    await redis.zadd("{easel}:jobs:4", 1, "a", 1, "b");
    await redis.rpush("{easel}:jobs:5", "old");
    await redis.set("{easel}:jobs:6", "was text");
    await backUp();
    await redis.flushall();
    await redis.hset("{easel}:jobs:1", { posted: "new" });
    await redis.expire("{easel}:jobs:1", 5_000);
    await redis.set("{easel}:jobs:2", "new");
    await redis.zadd("{easel}:jobs:4", 2, "a");
    await redis.rpush("{easel}:jobs:5", "new");
    await redis.sadd("{easel}:jobs:6", "a set");
    await redis.set("{easel}:jobs:younger", "new");
    await restore();
    expect(await redis.hgetall("{easel}:jobs:1")).toEqual({ posted: "new", forgotten: "yes" });
    expect(await redis.ttl("{easel}:jobs:1")).toBeGreaterThan(4_000);
    expect(await redis.get("{easel}:jobs:2")).toBe("new");
    expect(await redis.get("{easel}:jobs:3")).toBe("old");
    expect(await redis.zrange("{easel}:jobs:4", 0, "-1", "WITHSCORES")).toEqual([
      "b",
      "1",
      "a",
      "2",
    ]);
    expect(await redis.lrange("{easel}:jobs:5", 0, -1)).toEqual(["new"]);
    expect(await redis.smembers("{easel}:jobs:6")).toEqual(["a set"]);
    expect(await redis.get("{easel}:jobs:younger")).toBe("new");
  });

  it("leaves families alone that the backup knew nothing of", async () => {
    await redis.set("{easel}:rules:1", "1");
    await backUp();
    const newer: Families = { ...known, later: "whole" };
    await redis.set("{easel}:later:1", "1");
    await restore(newer);
    expect(await redis.get("{easel}:later:1")).toBe("1");
    await backUp(newer);
    await redis.del("{easel}:rules:1");
    await expect(restore(known)).rejects.toThrow();
    expect(await redis.keys("*")).toEqual(["{easel}:later:1"]);
  });

  it("is all of 8,000 keys, and leaves no trace of itself", async () => {
    const ids = Array.from({ length: 4_000 }, (_, index) => index);
    const write = async (families: readonly string[]) => {
      for (const family of families) {
        const pipeline = redis.pipeline();
        for (const id of ids)
          pipeline.set(`{easel}:${family}:${id}`, `${family} ${id} ${"x".repeat(id % 700)}`);
        await pipeline.exec();
      }
    };
    await write(["rules", "jobs"]);
    expect(await backUp()).toBe(8_000);
    await redis.flushall();
    const pipeline = redis.pipeline();
    for (const id of ids.slice(0, 1_000)) pipeline.set(`{easel}:rules:newer:${id}`, "1");
    await pipeline.exec();
    await restore();
    expect(await redis.dbsize()).toBe(8_000);
    for (const family of ["rules", "jobs"]) {
      const values = await redis.mget(ids.map((id) => `{easel}:${family}:${id}`));
      expect(values).toEqual(ids.map((id) => `${family} ${id} ${"x".repeat(id % 700)}`));
    }
  }, 60_000);

  it("is more than fits into a moment: 12 pictures of a megabyte each", async () => {
    const picture = (id: number) => Buffer.alloc(1024 * 1024, id);
    for (let id = 0; id < 12; id += 1) await redis.set(`{easel}:jobs:${id}`, picture(id));
    await backUp();
    await redis.flushall();
    await restore();
    for (let id = 0; id < 12; id += 1) {
      expect((await redis.getBuffer(`{easel}:jobs:${id}`))?.equals(picture(id))).toBe(true);
    }
  });
});
