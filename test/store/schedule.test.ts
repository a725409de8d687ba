import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { begin, emptyLedger, type Ledger } from "../../src/generation/schedule/ledger.ts";
import { createLeases, leaseMs, type Leases, releaseLeases } from "../../src/store/leases.ts";
import { createSchedule, type Hold, type Schedule } from "../../src/store/schedule.ts";
import { createShunned, everywhere } from "../../src/store/shunned.ts";
import { dump, startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let schedule: Schedule;
let leases: Leases;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
});
beforeEach(() => {
  schedule = createSchedule(redis);
  leases = createLeases(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

const keys = {
  choosing: "{easel}:choosing",
  ledger: "{easel}:ledger",
  settled: "{easel}:settled",
  lanes: "{easel}:lanes",
  shunned: "{easel}:shunned",
};
const ledgerWith = (id: string): Ledger =>
  begin(emptyLedger, {
    id,
    userId: "ada",
    guildId: "one",
    weight: 1,
    guildWeight: 2,
    cost: 5,
    model: "a",
    fitsHere: true,
    arrivedAt: 0,
  });
const entry = { model: "a", jobs: [{ id: "1", until: 5_000 }] };
async function hold(): Promise<Hold> {
  const held = await schedule.hold();
  if (held === undefined) throw new Error("somebody else chooses");
  return held;
}
const now = async () => Number((await redis.time())[0]) * 1000;

describe("the right to choose", () => {
  test("is one's at a time, and the next one's as soon as the first lets go or has written", async () => {
    const first = await hold();
    const order: string[] = [];
    const second = createSchedule(redis)
      .hold()
      .then((held) => {
        order.push("second");
        return held;
      });
    expect(await first.read()).toMatchObject({ ledger: emptyLedger, settled: {}, lanes: {} });
    order.push("first");
    await first.letGo();
    const held = await second;
    expect(order).toEqual(["first", "second"]);
    // Who has let go does not let go for another.
    await first.letGo();
    expect(await redis.exists(keys.choosing)).toBe(1);
    expect(await held?.write({ ledger: emptyLedger, settled: [] })).toBe(true);
    const third = await hold();
    await held?.letGo();
    expect(await redis.exists(keys.choosing)).toBe(1);
    await third.letGo();
    expect(await redis.keys("*")).toEqual([]);
  });

  test("ends by itself, as whoever had it may stand still", async () => {
    await hold();
    const left = await redis.pttl(keys.choosing);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(3_000);
    const next = schedule.hold();
    await redis.pexpire(keys.choosing, 1);
    expect(await next).toBeDefined();
  });

  test("is needed to write: who lost it changes nothing", async () => {
    await schedule.settle("1", 4.25);
    await leases.keep("w:1", "me");
    const lost = await hold();
    await redis.del(keys.choosing);
    const other = await hold();
    const before = await dump(redis);
    const lane = { webui: "w:1", worker: "me", entry };
    expect(await lost.write({ ledger: ledgerWith("1"), settled: ["1"], lane })).toBe(false);
    await lost.letGo();
    expect(await dump(redis)).toEqual(before);
    expect(await other.write({ ledger: ledgerWith("2"), settled: [] })).toBe(true);
    expect(await schedule.ledger()).toEqual(ledgerWith("2"));
  });

  test("writes nothing for a webui that is another worker's, or nobody's", async () => {
    await schedule.settle("1", 4);
    const lane = { webui: "w:1", worker: "me", entry };
    for (const whose of ["another", undefined]) {
      if (whose !== undefined) await leases.keep("w:1", whose);
      const held = await hold();
      const before = await dump(redis);
      expect(await held.write({ ledger: ledgerWith("1"), settled: ["1"], lane })).toBe(false);
      expect(await dump(redis)).toEqual(before);
      await held.letGo();
      if (whose !== undefined) await leases.giveUp("w:1", whose);
    }
    expect(await redis.keys("*")).toEqual([keys.settled]);
  });
});

describe("what is written", () => {
  test("is what the next one reads, and what of it was settled is settled no more", async () => {
    await leases.keep("w:1", "me");
    await schedule.settle("1", 4.25);
    await schedule.settle("2", 0);
    const held = await hold();
    expect((await held.read()).settled).toEqual({ 1: 4.25, 2: 0 });
    // It ended since the ledger was read: that is for the next one.
    await schedule.settle("3", 1);
    const lane = { webui: "w:1", worker: "me", entry };
    await held.write({ ledger: ledgerWith("4"), settled: ["1", "2"], lane });
    const known = await (await hold()).read();
    expect(known).toMatchObject({ ledger: ledgerWith("4"), settled: { 3: 1 } });
    expect(known.lanes).toEqual({ "w:1": entry });
    expect(known.now).toBeGreaterThanOrEqual((await now()) - 2_000);
  });

  test("leaves nothing where there is nothing to remember", async () => {
    expect(await schedule.isTidy()).toBe(true);
    await schedule.settle("1", 3);
    expect(await schedule.isTidy()).toBe(false);
    await (await hold()).write({ ledger: ledgerWith("1"), settled: ["1"] });
    expect(await schedule.isTidy()).toBe(false);
    await (await hold()).write({ ledger: emptyLedger, settled: [] });
    expect(await schedule.isTidy()).toBe(true);
    expect(await redis.keys("*")).toEqual([]);
  });

  test.each([
    ["another version's", '{"v":2}'],
    ["no JSON", '{"guilds":'],
    ["no number", JSON.stringify({ ...ledgerWith("1"), putOff: { ada: null } })],
  ])("counts for nothing where it cannot be read: %s", async (_what, text) => {
    await redis.set(keys.ledger, text);
    await redis.hset(keys.lanes, "w:1", text, "w:2", JSON.stringify(entry));
    const held = await hold();
    const known = await held.read();
    expect(known.ledger).toBe(emptyLedger);
    expect(known.lanes).toEqual({ "w:2": entry });
    expect(await schedule.ledger()).toBe(emptyLedger);
    expect(await held.write({ ledger: ledgerWith("2"), settled: [] })).toBe(true);
    expect(await schedule.ledger()).toEqual(ledgerWith("2"));
  });
});

describe("a job that a webui does not have any more", () => {
  const lane = async () =>
    JSON.parse((await redis.hget(keys.lanes, "w")) ?? "null") as typeof entry | null;
  const given = {
    model: "c",
    jobs: [
      { id: "1", until: 5_000, before: "a" },
      { id: "2", until: 9_000, before: "b" },
    ],
  };
  beforeEach(async () => void (await redis.hset(keys.lanes, "w", JSON.stringify(given))));

  test("leaves loaded what was loaded before, unless it had begun", async () => {
    await schedule.takeBack("w", "2", false);
    expect(await lane()).toEqual({ model: "b", jobs: given.jobs.slice(0, 1) });
    await redis.hset(keys.lanes, "w", JSON.stringify(given));
    await schedule.takeBack("w", "2", true);
    expect(await lane()).toEqual({ model: "c", jobs: given.jobs.slice(0, 1) });
  });

  test("is taken off whatever else changes meanwhile, and once", async () => {
    await Promise.all(["1", "2", "1", "none"].map((id) => schedule.takeBack("w", id, true)));
    expect(await lane()).toEqual({ model: "c", jobs: [] });
    await schedule.takeBack("another", "1", true);
    await schedule.forget("w");
    expect(await redis.keys("*")).toEqual([]);
  });
});

describe("the webuis that are not to get a job", () => {
  test("are told until their time is over, by Redis's clock, or as long as it waits", async () => {
    const shunned = createShunned(redis);
    await shunned.add("1", "w:1", 60_000);
    await shunned.add("1", everywhere, 0);
    await shunned.add("2", "a name with blanks", 60_000);
    await shunned.add("3", "w:1", 1);
    const until = Number(await redis.hget(keys.shunned, "1 w:1"));
    expect(Math.abs(until - 60_000 - (await now()))).toBeLessThan(5_000);
    await expect.poll(async () => (await schedule.shunned()).has("3")).toBe(false);
    const known = await schedule.shunned();
    expect(known.get("1")).toHaveLength(2);
    expect(known.get("1")).toEqual(
      expect.arrayContaining([
        { webui: "*", forGood: true },
        { webui: "w:1", forGood: false },
      ]),
    );
    expect(known.get("2")).toEqual([{ webui: "a name with blanks", forGood: false }]);
    const held = await hold();
    expect((await held.read()).shunned).toEqual(known);
    await held.letGo();
  });

  test("are told anew when it goes wrong there once more", async () => {
    const shunned = createShunned(redis);
    await shunned.add("1", "w:1", 1);
    await expect.poll(async () => (await schedule.shunned()).size).toBe(0);
    await shunned.add("1", "w:1", 60_000);
    expect((await schedule.shunned()).get("1")).toEqual([{ webui: "w:1", forGood: false }]);
  });
});

describe("a webui", () => {
  test("is one worker's, for some seconds that he can make more", async () => {
    expect(await leases.keep("w:1", "me")).toBe(true);
    expect(await leases.keep("w:1", "another")).toBe(false);
    expect(await leases.keep("w:2", "another")).toBe(true);
    await redis.pexpire("{easel}:lease:w:1", 1_000);
    expect(await leases.keep("w:1", "another")).toBe(false);
    expect(await redis.pttl("{easel}:lease:w:1")).toBeLessThanOrEqual(1_000);
    expect(await leases.keep("w:1", "me")).toBe(true);
    const left = await redis.pttl("{easel}:lease:w:1");
    expect(left).toBeGreaterThan(1_000);
    expect(left).toBeLessThanOrEqual(leaseMs);
  });

  test("is the next one's when its worker says nothing of it, or gives it up", async () => {
    await leases.keep("w:1", "me");
    await leases.giveUp("w:1", "another");
    expect(await leases.keep("w:1", "another")).toBe(false);
    await redis.pexpire("{easel}:lease:w:1", 1);
    await expect.poll(() => leases.keep("w:1", "another")).toBe(true);
    expect(await leases.keep("w:1", "me")).toBe(false);
    await leases.giveUp("w:1", "me");
    expect(await leases.keep("w:1", "me")).toBe(false);
    await leases.giveUp("w:1", "another");
    await leases.giveUp("w:1", "another");
    expect(await redis.keys("*")).toEqual([]);
    expect(await leases.keep("w:1", "me")).toBe(true);
  });

  test("is looked after as long as its worker says so, and no more where all workers are gone", async () => {
    expect(await leases.held([])).toEqual([]);
    await releaseLeases(redis);
    await leases.keep("w:1", "me");
    await leases.keep("w:2", "another");
    await leases.keep("w:3", "another");
    expect(await leases.held(["w:3", "w:1", "w:0"])).toEqual(["w:3", "w:1"]);
    await leases.giveUp("w:3", "another");
    expect(await leases.held(["w:1", "w:2", "w:3"])).toEqual(["w:1", "w:2"]);
    await redis.set(keys.ledger, "kept");
    await releaseLeases(redis);
    expect(await leases.held(["w:1", "w:2"])).toEqual([]);
    expect(await redis.keys("*")).toEqual([keys.ledger]);
  });
});
