import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { limitNames, type Limits } from "../../src/generation/limits.ts";
import { createLine } from "../../src/store/line.ts";
import { pseudonym } from "../../src/store/pseudonym.ts";
import { createGpuTime, createQuotas, type Quotas } from "../../src/store/quotas.ts";
import { createRecords } from "../../src/store/records.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let quotas: Quotas;
let now = 0;
const midnight = Date.UTC(2030, 5, 15);
const hour = 3600_000;

const none = Object.fromEntries(limitNames.map((name) => [name, 0])) as Limits;
const only = (limits: Partial<Limits>): Limits => ({ ...none, ...limits });
const jobKey = (id: string) => `{easel}:generate:job-${id}`;
const open = (own: Redis) => createQuotas(own, jobKey, () => now);
const ada = { userId: "1", guildId: "9" };

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
});
beforeEach(() => {
  now = midnight + 12 * hour;
  quotas = open(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

/** As the bot does: a place, then the job. */
async function take(id: string, limits: Limits, { seconds = 0, owner = ada, at = quotas } = {}) {
  const taken = await at.take({ id, seconds, ...owner }, limits);
  if (taken.reason === undefined) await redis.set(jobKey(id), "");
  return taken;
}

/** As bot and worker do: the end, and away from the queue. */
async function end(id: string, ending: "drawn" | "failed" | "cancelled"): Promise<void> {
  await createRecords(redis).end(id, ending);
  await createLine(redis).leave(id);
  await redis.del(jobKey(id));
}

const ids = (many: number, from = 0) =>
  Array.from({ length: many }, (_, index) => String(from + index));

describe("places", () => {
  test("are never more than the limit, however many ask at once from several programs", async () => {
    const connections = await Promise.all([1, 2, 3, 4].map(async () => server.connect("fail")));
    const programs = connections.map(open);
    const limits = only({ max_waiting: 3 });
    for (let round = 0; round < 3; round += 1) {
      const taken = await Promise.all(
        ids(100, round * 1000).map(async (id, index) =>
          take(id, limits, { at: programs[index % 4] ?? quotas }),
        ),
      );
      const accepted = taken.filter(({ reason }) => reason === undefined);
      expect(accepted).toHaveLength(3);
      expect(taken.filter(({ reason }) => reason === "waiting")).toHaveLength(97);
      for (const [index, { reason }] of taken.entries()) {
        if (reason === undefined) await end(String(round * 1000 + index), "drawn");
      }
    }
    expect(await redis.keys("{easel}:places:*")).toEqual([]);
  });

  test("are one a job, however often it is asked for, also when the job has ended meanwhile", async () => {
    const limits = only({ max_waiting: 1, max_per_hour: 1 });
    expect((await take("1", limits)).reason).toBeUndefined();
    expect((await take("1", limits)).reason).toBeUndefined();
    expect((await take("2", limits)).reason).toBe("waiting");
    await end("1", "drawn");
    expect((await take("1", limits)).reason).toBeUndefined();
    expect((await quotas.look(ada, limits)).waiting).toBe(0);
  });

  test("are each member's own, in each server and in direct messages", async () => {
    const limits = only({ max_waiting: 1 });
    const owners = [
      ada,
      { userId: "2", guildId: "9" },
      { userId: "1", guildId: "8" },
      { userId: "1", guildId: undefined },
    ] as (typeof ada)[];
    for (const [index, owner] of owners.entries()) {
      expect((await take(`a${index}`, limits, { owner })).reason).toBeUndefined();
      expect((await take(`b${index}`, limits, { owner })).reason).toBe("waiting");
    }
  });

  test("are given back however a job ends, and only once", async () => {
    const limits = only({ max_waiting: 3 });
    for (const id of ["1", "2", "3"]) await take(id, limits);
    await end("1", "drawn");
    await end("2", "failed");
    await end("3", "cancelled");
    for (const id of ["4", "5", "6"]) await take(id, limits);
    for (const id of ["1", "2", "3", "never taken"]) await end(id, "drawn");
    expect((await take("7", limits)).reason).toBe("waiting");
  });

  test("of jobs that were never stored are free again after a moment, and those of stored ones never", async () => {
    const limits = only({ max_waiting: 2, max_per_hour: 2 });
    await take("stored", limits);
    // Killed before it stored the job.
    await quotas.take({ id: "lost", seconds: 5, ...ada }, limits);
    expect((await take("1", limits)).reason).toBe("waiting");
    now += 20_000;
    expect(await quotas.look(ada, limits)).toMatchObject({ waiting: 1, hour: 1, reserved: 0 });
    expect((await take("2", limits)).reason).toBeUndefined();
    now += 300 * 24 * hour;
    expect((await take("3", limits)).reason).toBe("waiting");
  });

  test("end by themselves in Redis, like all that belongs to them", async () => {
    await take("1", only({ max_waiting: 2 }));
    await createGpuTime(redis).charge({ id: "1", seconds: 1, beganAt: now, ...ada });
    await redis.del(jobKey("1"));
    const keys = await redis.keys("*");
    expect(keys).toHaveLength(4);
    for (const key of keys) expect(await redis.ttl(key), key).toBeGreaterThan(3600);
    expect(await redis.ttl(`{easel}:gpu:${pseudonym("1")}:9:2030-06-15`)).toBeLessThanOrEqual(
      3 * 24 * 3600,
    );
  });
});

describe("jobs in an hour", () => {
  const limits = only({ max_per_hour: 2 });

  test("are counted as they are accepted, in whatever hour that ends", async () => {
    await take("1", limits);
    now += hour / 2;
    await take("2", limits);
    const refused = await take("3", limits);
    expect(refused.reason).toBe("hour");
    expect(refused.used.hourFreeAt).toBe(now + hour / 2);
    now += hour / 2 + 1;
    expect((await take("4", limits)).reason).toBeUndefined();
    expect((await take("5", limits)).used).toMatchObject({
      hour: 2,
      hourFreeAt: now + hour / 2 - 1,
    });
  });

  test("tell when one is free where the limit was lowered since", async () => {
    for (const id of ids(5)) {
      await take(id, none);
      now += 60_000;
    }
    // Three of the five have to be an hour old before one more is accepted.
    expect((await take("9", only({ max_per_hour: 3 }))).used.hourFreeAt).toBe(
      now - 3 * 60_000 + hour,
    );
  });

  test("are given back by what failed, or was cancelled by somebody before it was drawn", async () => {
    const records = createRecords(redis);
    for (const ending of ["failed", "cancelled"] as const) {
      await take(ending, limits);
      await records.note(ending, "cancelledBy", "Ada");
      await end(ending, ending);
      expect((await quotas.look(ada, limits)).hour).toBe(0);
    }
    await take("drawn", limits);
    await end("drawn", "drawn");
    await take("stopped", limits);
    await records.note("stopped", "drawing", "webui");
    await records.note("stopped", "cancelledBy", "Ada");
    await end("stopped", "cancelled");
    expect((await take("more", limits)).reason).toBe("hour");
  });

  test("are given back by what nobody heard was taken, drawn or not", async () => {
    const records = createRecords(redis);
    for (const ending of ["drawn", "cancelled"] as const) {
      await take(ending, limits);
      await records.note(ending, "drawing", "webui");
      if (ending === "drawn") await records.note(ending, "refused", "");
      await end(ending, ending);
      expect((await quotas.look(ada, limits)).hour).toBe(0);
    }
  });

  test("are never more than the limit, however many ask at once", async () => {
    const taken = await Promise.all(ids(100).map(async (id) => take(id, limits)));
    expect(taken.filter(({ reason }) => reason === undefined)).toHaveLength(2);
  });
});

describe("the pause between two jobs", () => {
  const limits = only({ cooldown_seconds: 7200 });

  test("is since the last that was accepted, as long as it did not fail", async () => {
    expect((await take("1", limits)).reason).toBeUndefined();
    const from = now;
    now += 2 * hour - 1;
    expect(await take("2", limits)).toMatchObject({
      reason: "cooldown",
      used: { pausedUntil: from + 2 * hour },
    });
    now += 1;
    expect((await take("3", limits)).reason).toBeUndefined();
    await end("3", "failed");
    expect((await take("4", limits)).reason).toBeUndefined();
  });
});

describe("GPU seconds of a day", () => {
  const limits = only({ gpu_seconds_per_day: 100 });
  const charge = (id: string, seconds: number, beganAt = now) =>
    createGpuTime(redis).charge({ id, seconds, beganAt, ...ada });

  test("are charged once a job, however often that is tried", async () => {
    await Promise.all(Array.from({ length: 20 }, async () => charge("1", 40.25)));
    await charge("1", 99);
    await charge("2", 2.5);
    expect((await quotas.look(ada, limits)).spent).toBe(42.75);
  });

  test("are refused once they are used, until the next day begins, UTC", async () => {
    now = midnight - 60_000;
    await charge("1", 100);
    expect((await take("2", limits)).reason).toBe("gpu");
    now = midnight - 1;
    expect((await take("2", limits)).reason).toBe("gpu");
    now = midnight;
    expect((await take("2", limits)).reason).toBeUndefined();
    expect((await quotas.look(ada, limits)).spent).toBe(0);
  });

  test("belong to the day on which the drawing began, also when it ends on the next", async () => {
    now = midnight - 30_000;
    await take("1", limits, { seconds: 60 });
    now = midnight + 30_000;
    await charge("1", 60, midnight - 30_000);
    await end("1", "drawn");
    expect(await quotas.look(ada, limits)).toMatchObject({ spent: 0, reserved: 0 });
    now = midnight - 1;
    expect((await quotas.look(ada, limits)).spent).toBe(60);
  });

  test("count what waits, so that no crowd of jobs overshoots them", async () => {
    await charge("0", 10);
    const taken = await Promise.all(
      ids(100, 1).map(async (id) => take(id, limits, { seconds: 20 })),
    );
    expect(taken.filter(({ reason }) => reason === undefined)).toHaveLength(4);
    expect(await quotas.look(ada, limits)).toMatchObject({ spent: 10, reserved: 80, waiting: 4 });
    // Ten seconds are left.
    expect((await take("large", limits, { seconds: 11 })).reason).toBe("gpuTooMuch");
    expect((await take("small", limits, { seconds: 9 })).reason).toBeUndefined();
  });

  test("let the first of a day be larger than all of it: nobody is kept from drawing at all", async () => {
    expect((await take("1", limits, { seconds: 500 })).reason).toBeUndefined();
    expect((await take("2", limits, { seconds: 1 })).reason).toBe("gpu");
    await end("1", "failed");
    expect((await take("3", limits, { seconds: 1 })).reason).toBeUndefined();
  });
});
