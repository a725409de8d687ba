import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createLine, type Line } from "../../src/store/line.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let line: Line;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  line = createLine(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

describe("the line", () => {
  test("says how many stand before a job, and what these cost", async () => {
    expect(await line.join("1", 20)).toEqual({ ahead: 0, costAhead: 0 });
    expect(await line.join("2", 40.5)).toEqual({ ahead: 1, costAhead: 20 });
    expect(await line.join("3", 1)).toEqual({ ahead: 2, costAhead: 60.5 });
  });

  test("does not count a job before itself, however often it joins", async () => {
    await line.join("1", 20);
    expect(await line.join("2", 20)).toEqual({ ahead: 1, costAhead: 20 });
    expect(await line.join("2", 20)).toEqual({ ahead: 1, costAhead: 20 });
  });

  test("moves up when one leaves, and nothing happens when it leaves again", async () => {
    await line.join("1", 20);
    await line.join("2", 30);
    await line.leave("1");
    await line.leave("1");
    await line.leave("never came");
    expect(await line.join("3", 1)).toEqual({ ahead: 1, costAhead: 30 });
  });

  test("is empty in Redis when all have left", async () => {
    await Promise.all(["1", "2", "3"].map(async (id) => line.join(id, 1)));
    await Promise.all(["1", "2", "3"].map(async (id) => line.leave(id)));
    expect(await redis.keys("*")).toEqual([]);
  });
});

describe("the pace", () => {
  test("is unknown before the first drawing", async () => {
    expect(await line.secondsPerCost()).toBeUndefined();
    await line.measure(0, 5);
    expect(await line.secondsPerCost()).toBeUndefined();
  });

  test("is that of the first drawing, and then follows the later ones", async () => {
    await line.measure(20, 10);
    expect(await line.secondsPerCost()).toBe(0.5);
    await line.measure(20, 20);
    expect(await line.secondsPerCost()).toBeCloseTo(0.65);
    for (let drawing = 0; drawing < 20; drawing += 1) await line.measure(10, 20);
    expect(await line.secondsPerCost()).toBeCloseTo(2, 2);
  });

  test("is not thrown off for long by one odd drawing", async () => {
    for (let drawing = 0; drawing < 10; drawing += 1) await line.measure(20, 10);
    await line.measure(20, 100);
    for (let drawing = 0; drawing < 10; drawing += 1) await line.measure(20, 10);
    expect(await line.secondsPerCost()).toBeLessThan(0.6);
  });
});
