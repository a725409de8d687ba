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
  test.each([
    ["is from its beginning to the last part", [1_000], [3_000, 2_000], 1_000, 2],
    ["is nothing for a try that broke off", [1_000, 9_000], [9_500], 9_000, 0.5],
    ["is what was found stored after a crash", [1_000, 9_000], [4_000], 1_000, 3],
    ["adds up over tries that each left a part", [1_000, 9_000], [4_000, 9_250], 1_000, 3.25],
    ["is in order whatever the order of the notes", [9_000, 1_000], [9_250, 4_000], 1_000, 3.25],
  ])("%s", (_what, begun, leftAt, beganAt, seconds) => {
    expect(workOf(begun, leftAt)).toEqual({ beganAt, seconds });
  });

  test("is not known where nothing was begun, or nothing came of it", () => {
    expect(workOf([], [1_000])).toBeUndefined();
    expect(workOf([5_000], [])).toBeUndefined();
    // What an earlier version stored has no time.
    expect(workOf([5_000], [0])).toBeUndefined();
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
    await records.note("7", `began:${midnight - 20_000}`, "");
    const sink = answers.sink("7", "a1111");
    await sink.write(0, 0, Buffer.from("a"));
    now = midnight + 40_000;
    await sink.end(0, 1);
    // A second worker finds what the first one's webui answered.
    await records.note("7", `began:${midnight + 90_000}`, "");
    for (let tries = 0; tries < 3; tries += 1) {
      await charge({ id: "7", reply }, await readWork("7", context), context);
    }
    expect(await spent()).toEqual({ [`${pseudonym("1")}:9:2030-06-14`]: 60 });
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
      const work = await readWork(id, context, midnight + 2_500);
      await charge({ id, reply: where }, work, context);
    }
    expect(await spent()).toEqual({ [`${pseudonym("1")}:dm:2030-06-15`]: 2.5 });
  });
});
