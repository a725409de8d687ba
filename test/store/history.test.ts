import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createHistory, type History } from "../../src/store/history.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let history: History;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  history = createHistory(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

const now = Date.now();
const day = 24 * 3600 * 1000;
const ids = async (userId = "1") => (await history.list(userId)).map(({ id }) => id);

describe("somebody's last pictures", () => {
  test("come newest first, each once, and only that person's", async () => {
    await history.add("1", { id: "a", at: now - 2, prompt: "a" });
    await history.add("1", { id: "b", at: now - 1, url: "https://discord.com/x" });
    await history.add("2", { id: "c", at: now });
    await history.add("1", { id: "a", at: now - 2, prompt: "a" });
    expect(await history.list("1")).toEqual([
      { id: "b", at: now - 1, url: "https://discord.com/x" },
      { id: "a", at: now - 2, prompt: "a" },
    ]);
  });

  test("are a hundred at most", async () => {
    for (let index = 0; index < 103; index += 1) {
      await history.add("1", { id: String(index), at: now - 1000 + index });
    }
    const kept = await ids();
    expect(kept).toHaveLength(100);
    expect([kept[0], kept.at(-1)]).toEqual(["102", "3"]);
  });

  test("go after a month, one by one and all together", async () => {
    await history.add("1", { id: "old", at: now - 31 * day });
    await history.add("1", { id: "new", at: now - 29 * day });
    expect(await ids()).toEqual(["new"]);
    const [key = ""] = await redis.keys("*");
    expect(await redis.hlen(key)).toBe(1);
    expect(await redis.ttl(key)).toBeLessThanOrEqual(30 * 24 * 3600);
    expect(await redis.ttl(key)).toBeGreaterThan(29 * 24 * 3600);
  });

  test("are taken off by name", async () => {
    await history.add("1", { id: "a", at: now });
    await history.remove("1", "a");
    await history.remove("1", "never there");
    expect(await ids()).toEqual([]);
  });
});
