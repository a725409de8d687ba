import { setTimeout as delay } from "node:timers/promises";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Reply } from "../../src/jobs.ts";
import { createAnswers } from "../../src/store/answers.ts";
import { createGpuTime } from "../../src/store/quotas.ts";
import { pseudonym } from "../../src/store/pseudonym.ts";
import { createRecords } from "../../src/store/records.ts";
import { charge, readWork, workOf } from "../../src/worker/charge.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

describe("what a webui worked for a job", () => {
  const part = (storedAt: number, seconds: number) => ({ storedAt, seconds });

  test.each([
    ["is what it took to draw each part", [part(2_000, 1), part(3_000, 1)], 1_000, 2],
    ["is nothing for a try that broke off", [part(9_500, 0.5)], 9_000, 0.5],
    ["adds up over tries that each left a part", [part(4_000, 3), part(9_250, 0.25)], 1_000, 3.25],
    ["does not grow when a clock is set meanwhile", [part(3_604_000, 3)], 3_601_000, 3],
  ])("%s", (_what, parts, beganAt, seconds) => {
    expect(workOf([1_000, 9_000], parts)).toEqual({ beganAt, seconds });
  });

  test.each([
    ["until it was stopped", [1_000], [], 3.5, { at: 4_500, mostSeconds: 9 }, 3.5],
    ["and earlier parts", [1_000, 9_000], [part(4_000, 3)], 5, { at: 11_000, mostSeconds: 9 }, 5],
    ["no part twice", [1_000], [part(2_000, 0.5)], 3, { at: 4_000, mostSeconds: 9 }, 3],
    ["no clock that was set on", [1_000], [], 2, { at: 3_601_000, mostSeconds: 2 }, 2],
    ["no clock that was set back", [9_000], [], 0, { at: 1_000, mostSeconds: 2 }, 0],
  ])("of one that was stopped counts %s", (_what, begun, parts, seconds, stop) => {
    expect(workOf(begun, parts, stop)?.seconds).toBe(seconds);
  });

  test("is not known where nothing came of it, or nothing was begun", () => {
    expect(workOf([5_000], [])).toBeUndefined();
    expect(workOf([], [], { at: 5_000, mostSeconds: 1 })).toBeUndefined();
  });
});

describe("a member's day", () => {
  let server: TestRedis;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = await server.connect();
  });
  afterEach(async () => void (await redis.flushall()));
  afterAll(async () => server.close());

  const midnight = Date.UTC(2030, 5, 15);
  // Nothing but these two is looked at.
  const reply = { userId: "1", guildId: "9" } as Reply;
  const spent = async () =>
    Object.fromEntries(
      await Promise.all(
        (await redis.keys("{easel}:gpu:*")).map(async (key) => [
          key.slice("{easel}:gpu:".length),
          Number(await redis.get(key)),
        ]),
      ),
    ) as Record<string, number>;

  test("is charged over midnight and over a crash as it began, and once", async () => {
    let now = 0;
    const records = createRecords(redis);
    const answers = createAnswers(redis, () => now);
    const context = { records, answers, gpuTime: createGpuTime(redis) };
    const sink = answers.sink("7", "a1111");
    const part = { before: 0, count: 1 };
    sink.begin(part);
    await delay(100);
    await sink.write(part, 0, Buffer.from("a"));
    now = midnight + 50;
    await sink.end(part, 1);
    // A second worker finds what the first one's webui answered.
    await records.note("7", `began:${midnight + 90_000}`, "");
    for (let tries = 0; tries < 3; tries += 1) {
      await charge({ id: "7", reply }, await readWork("7", context), context);
    }
    const [work] = await answers.work("7");
    expect(work?.seconds).toBeGreaterThan(0.09);
    expect(await spent()).toEqual({ [`${pseudonym("1")}:9:2030-06-14`]: work?.seconds });
  });

  test("is charged for what ran of a job that was stopped, and for nothing of one that never began", async () => {
    const records = createRecords(redis);
    const context = { records, answers: createAnswers(redis), gpuTime: createGpuTime(redis) };
    await records.note("7", `began:${midnight}`, "");
    const inDm = { ...reply, guildId: undefined };
    for (const [id, where] of [
      ["7", inDm],
      ["8", reply],
    ] as const) {
      const stop = { at: midnight + 2_500, mostSeconds: 9 };
      const work = await readWork(id, context, stop);
      await charge({ id, reply: where }, work, context);
    }
    expect(await spent()).toEqual({ [`${pseudonym("1")}:dm:2030-06-15`]: 2.5 });
  });
});
