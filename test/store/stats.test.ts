import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { busiestHour, lastDays, medianWait } from "../../src/generation/tally.ts";
import { type CountedJob, createStats, type Stats, type Whose } from "../../src/store/stats.ts";
import { dump, startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let stats: Stats;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  stats = createStats(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

const dayMs = 24 * 3600 * 1000;
const today = lastDays(Date.now(), 1)[0] ?? "";
const noon = Date.parse(`${today}T12:30:00Z`);
let jobs = 0;
const job = (changes: Partial<CountedJob> = {}): CountedJob => ({
  id: String((jobs += 1)),
  userId: "ada",
  guildId: "home",
  at: noon,
  pictures: 1,
  model: "castle.safetensors",
  drawnMs: 2_000,
  waitedMs: 1_500,
  ...changes,
});
const home: Whose = { of: "server", id: "home" };
const ada: Whose = { of: "person", id: "ada" };

describe("what is drawn", () => {
  test("is counted for the server and for the person, a job once however often it is told", async () => {
    const drawn = job({ pictures: 4 });
    await stats.count(drawn);
    await Promise.all([stats.count(drawn), stats.count(drawn)]);
    const again = createStats(await server.connect());
    await again.count({ ...drawn, at: noon + dayMs, pictures: 9 });
    for (const whose of [home, ada]) {
      expect(await stats.ever(whose)).toEqual(await stats.during(whose, [today]));
      const { jobs: counted, pictures, seconds, hours, waits } = await stats.ever(whose);
      expect({ counted, pictures }).toEqual({ counted: 1, pictures: 4 });
      expect(Object.fromEntries(seconds)).toEqual({ "castle.safetensors": 2 });
      expect(hours.flatMap((value, hour) => (value > 0 ? [[hour, value]] : []))).toEqual([[12, 4]]);
      expect(waits.reduce((a, b) => a + b)).toBe(1);
    }
  });

  test("loses nothing of many that end at once", async () => {
    const others = createStats(await server.connect());
    await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        (index % 2 === 0 ? stats : others).count(
          job({ userId: `member-${index % 20}`, pictures: 2, drawnMs: 10 }),
        ),
      ),
    );
    const { jobs: counted, pictures, people, seconds } = await stats.ever(home);
    expect({ counted, pictures, people }).toEqual({ counted: 300, pictures: 600, people: 20 });
    expect(seconds.get("castle.safetensors")).toBeCloseTo(3);
    expect((await stats.ever({ of: "person", id: "member-7" })).pictures).toBe(30);
  });

  test("belongs to the day on which it was drawn, in UTC", async () => {
    const days = lastDays(noon, 7);
    const midnight = Date.parse(`${today}T00:00:00Z`);
    await stats.count(job({ at: midnight - 1, pictures: 3 }));
    await stats.count(job({ at: midnight, pictures: 5, userId: "bo" }));
    await stats.count(job({ at: noon - 6 * dayMs }));
    await stats.count(job({ at: noon - 7 * dayMs, userId: "long gone", pictures: 100 }));
    expect(await stats.pictures(home, days)).toEqual([1, 0, 0, 0, 0, 3, 5]);
    expect((await stats.during(home, [today])).people).toBe(1);
    const week = await stats.during(home, days);
    expect({ pictures: week.pictures, people: week.people }).toEqual({ pictures: 9, people: 2 });
    expect([week.hours[0], week.hours[12], week.hours[23]]).toEqual([5, 1, 3]);
    expect((await stats.ever(home)).people).toBe(3);
  });

  test("stays apart by server, and in direct messages counts for its author alone", async () => {
    await stats.count(job());
    await stats.count(job({ guildId: "elsewhere", pictures: 2 }));
    await stats.count(job({ guildId: undefined, pictures: 4 }));
    expect((await stats.ever(home)).pictures).toBe(1);
    expect((await stats.ever({ of: "server", id: "elsewhere" })).pictures).toBe(2);
    expect((await stats.ever(ada)).pictures).toBe(7);
    expect(await redis.keys("*undefined*")).toEqual([]);
  });

  test("keeps models apart, whatever they are called, and what needs none", async () => {
    const names = ["", "__proto__", "日本.safetensors", "a:b", "wait:3", "jobs", "x".repeat(5_000)];
    for (const model of names) await stats.count(job({ model, drawnMs: 500 }));
    await stats.count(job({ model: "half \ud83c" }));
    const { seconds, jobs: counted, waits } = await stats.ever(home);
    expect([...seconds.keys()].sort()).toEqual(
      [...names.slice(0, -1), "x".repeat(200), "half \ufffd"].sort(),
    );
    expect(seconds.get("__proto__")).toBe(0.5);
    expect(counted).toBe(8);
    expect(waits.reduce((a, b) => a + b)).toBe(8);
  });

  test("is counted where nobody noted how long it took", async () => {
    await stats.count(job({ drawnMs: undefined, waitedMs: undefined }));
    const tally = await stats.ever(home);
    expect(tally.pictures).toBe(1);
    expect([...tally.seconds]).toEqual([]);
    expect(medianWait(tally)).toBeUndefined();
  });

  test("is nothing where nothing was drawn", async () => {
    const tally = await stats.ever(home);
    expect([tally.jobs, tally.pictures, tally.people]).toEqual([0, 0, 0]);
    expect([medianWait(tally), busiestHour(tally)]).toEqual([undefined, undefined]);
  });

  test("tells the median wait and the busiest hour", async () => {
    for (const seconds of [0.2, 12, 14, 16, 18, 90, 5_000, 90_000]) {
      await stats.count(job({ waitedMs: seconds * 1000 }));
    }
    await stats.count(job({ at: noon + 3600_000, pictures: 20, waitedMs: 15_000 }));
    const tally = await stats.ever(home);
    expect(medianWait(tally)).toBeGreaterThanOrEqual(10);
    expect(medianWait(tally)).toBeLessThanOrEqual(20);
    expect(busiestHour(tally)).toBe(13);
  });

  test("goes day by day after 400 days, and what was ever drawn stays", async () => {
    await stats.count(job());
    const lives = new Map<string, number>();
    for (const key of await redis.keys("*:stats:*")) lives.set(key, await redis.ttl(key));
    for (const [key, seconds] of lives) {
      if (/:ever(:people)?$/.test(key)) expect(seconds, key).toBe(-1);
      else expect(Math.abs(seconds - 400 * 24 * 3600), key).toBeLessThan(60);
    }
    expect([...lives.keys()].every((key) => key.startsWith("{easel}:"))).toBe(true);
    expect(lives.size).toBe(6);
  });
});

describe("somebody's own numbers", () => {
  test("can be had as plain JSON, by day and all together", async () => {
    await stats.count(job({ pictures: 4 }));
    await stats.count(job({ at: noon - 399 * dayMs, drawnMs: undefined, waitedMs: undefined }));
    await stats.count(job({ userId: "bo" }));
    const [oldest = ""] = lastDays(noon, 400);
    const exported = await stats.exportOf("ada");
    expect(JSON.parse(JSON.stringify(exported))).toEqual({
      days: {
        [oldest]: { jobs: 1, pictures: 1, "hour:12": 1 },
        [today]: {
          jobs: 1,
          pictures: 4,
          "hour:12": 4,
          "ms:castle.safetensors": 2_000,
          "wait:1": 1,
        },
      },
      ever: { jobs: 2, pictures: 5, "hour:12": 5, "ms:castle.safetensors": 2_000, "wait:1": 1 },
    });
  });

  test("can be forgotten: nothing names them any more, and their server's stay as they are", async () => {
    await stats.count(job());
    await stats.count(job({ at: noon - 399 * dayMs }));
    await stats.count(job({ at: noon + dayMs }));
    await stats.count(job({ userId: "bo" }));
    const before = await stats.ever(home);
    await stats.forget("ada");
    await stats.forget("never seen");
    expect(await stats.ever(home)).toEqual(before);
    expect(before.people).toBe(2);
    expect(await stats.exportOf("ada")).toEqual({ days: {}, ever: {} });
    for (const [key, value] of await dump(redis)) {
      expect(key, key).not.toContain("ada");
      expect(value, key).not.toContain("ada");
    }
    expect((await stats.ever({ of: "person", id: "bo" })).pictures).toBe(1);
  });
});
