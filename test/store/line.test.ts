import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLine, type Line } from "../../src/store/line.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let line: Line;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
});
beforeEach(() => void (line = createLine(redis)));
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

const of = (cost: number, model?: string) => ({ cost, ...(model === undefined ? {} : { model }) });
const run = { webui: "w", model: "m", cost: 20, seconds: 10, swapped: false };

describe("the line", () => {
  test("says who stands before a job, with what", async () => {
    expect(await line.join("1", of(20, "a"))).toEqual([]);
    expect(await line.join("2", of(40.5))).toEqual([of(20, "a")]);
    expect(await line.join("3", of(1))).toEqual([of(20, "a"), of(40.5)]);
  });

  test("does not count a job before itself, however often it joins", async () => {
    await line.join("1", of(20));
    expect(await line.join("2", of(20))).toHaveLength(1);
    expect(await line.join("2", of(20))).toHaveLength(1);
  });

  test("moves up when one leaves, and nothing happens when it leaves again", async () => {
    await line.join("1", of(20));
    await line.join("2", of(30));
    await line.leave("1");
    await line.leave("1");
    await line.leave("never came");
    expect(await line.join("3", of(1))).toEqual([of(30)]);
  });

  test("is empty in Redis when all have left", async () => {
    await Promise.all(["1", "2", "3"].map(async (id) => line.join(id, of(1))));
    await Promise.all(["1", "2", "3"].map(async (id) => line.leave(id)));
    expect(await redis.keys("*")).toEqual([]);
  });

  test("reads what an earlier version noted, and passes over what it cannot read", async () => {
    await redis.hset("{easel}:line", "1", "20.5", "2", "{broken");
    expect(await line.join("3", of(1))).toEqual([of(20.5)]);
  });
});

describe("the runs", () => {
  test("are none before the first, and those that cost nothing do not count", async () => {
    await line.measure({ ...run, cost: 0 });
    expect(await line.runs()).toEqual([]);
    expect(await line.loaded()).toEqual({});
  });

  test("are told oldest first, a few hundred of them, with the model that each webui has now", async () => {
    for (let seconds = 1; seconds <= 320; seconds += 1) await line.measure({ ...run, seconds });
    await line.measure({ ...run, webui: "other", model: "n", seconds: 321 });
    const seconds = (await line.runs()).map((each) => each.seconds);
    expect(seconds).toHaveLength(300);
    expect([seconds[0], seconds.at(-1)]).toEqual([22, 321]);
    expect(await line.loaded()).toEqual({ w: "m", other: "n" });
  });
});
