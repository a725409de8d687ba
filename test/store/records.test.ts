import { setTimeout as delay } from "node:timers/promises";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createRecords, type Records } from "../../src/store/records.ts";
import type { Ending } from "../../src/store/ending.ts";
import { dump, startRedis, type TestRedis } from "../harness/private-redis.ts";
import { requestOf } from "../generation/sample.ts";

let server: TestRedis;
let redis: Redis;
let records: Records;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  records = createRecords(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

const record = (values = {}) => ({
  request: requestOf({
    model: "dream",
    styles: ["Ink"],
    image: { hash: "0", width: 8, height: 8 },
    ...values,
  }),
  userId: "5",
  userName: "Ada",
});

describe("what stays of a job", () => {
  test("is read back as it was put, the first one if twice, as the first job of an id is drawn", async () => {
    await records.put("1", record({ steps: 30 }));
    await records.put("1", record());
    expect(await records.get("1")).toEqual(record({ steps: 30 }));
    expect(await records.get("2")).toBeUndefined();
  });

  test("is nothing where another version stored it in another form", async () => {
    await records.put("1", record());
    const [key = ""] = await redis.keys("*:record:*");
    await redis.set(key, JSON.stringify({ ...record(), request: { prompt: "a", unheard_of: 1 } }));
    expect(await records.get("1")).toBeUndefined();
  });

  test("goes by itself after a month", async () => {
    await records.put("1", record());
    await records.note("1", "route", "channel");
    await records.end("1", "drawn");
    const stored = await dump(redis);
    expect(stored.size).toBe(4);
    for (const key of stored.keys()) {
      const seconds = await redis.ttl(key);
      expect(seconds, key).toBeGreaterThan(29 * 24 * 3600);
      expect(seconds, key).toBeLessThanOrEqual(30 * 24 * 3600);
    }
  });
});

describe("what stays of one person's jobs", () => {
  test("is found by whose they are, the oldest first, and can be forgotten; that they ended stays", async () => {
    await records.put("2", record());
    await delay(2);
    await records.put("1", record());
    await records.put("3", { ...record(), userId: "6" });
    await records.note("1", "payload:00", "{}");
    await records.end("1", "drawn");
    expect(await records.idsOf("5")).toEqual(["2", "1"]);
    await records.forget("1", "5");
    expect(await records.idsOf("5")).toEqual(["2"]);
    expect(await records.get("1")).toBeUndefined();
    expect(await records.notes("1")).toEqual({});
    expect(await records.ending("1")).toBe("drawn");
    expect(await records.idsOf("6")).toEqual(["3"]);
  });
});

describe("the end of a job", () => {
  test("is what the first one said, for all who ask or say it later", async () => {
    expect(await records.ending("1")).toBeUndefined();
    expect(await records.end("1", "cancelled")).toEqual({ ending: "cancelled", isFirst: true });
    for (const ending of ["drawn", "cancelled"] as const)
      expect(await records.end("1", ending)).toEqual({ ending: "cancelled", isFirst: false });
    expect(await records.ending("1")).toBe("cancelled");
    expect(await records.ending("2")).toBeUndefined();
  });

  test("is one and the same for fifty who say it at once", async () => {
    const endings: Ending[] = ["drawn", "failed", "cancelled"];
    const connections = await Promise.all(Array.from({ length: 5 }, async () => server.connect()));
    for (let job = 0; job < 20; job += 1) {
      const told = await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const own = connections[index % connections.length] ?? redis;
          return createRecords(own).end(String(job), endings[(index + job) % 3] ?? "drawn");
        }),
      );
      expect(told.filter(({ isFirst }) => isFirst)).toHaveLength(1);
      const [ending, ...others] = new Set(told.map((each) => each.ending));
      expect(others).toEqual([]);
      expect(await records.ending(String(job))).toBe(ending);
    }
  });
});

describe("the notes of a delivery", () => {
  test("are kept by name, the last of each, apart from those of other jobs", async () => {
    expect(await records.notes("1")).toEqual({});
    await records.note("1", "route", "original");
    await records.note("1", "channel:0", "99");
    await records.note("1", "route", "channel");
    await records.note("2", "route", "dm");
    expect(await records.notes("1")).toEqual({ route: "channel", "channel:0": "99" });
  });
});
