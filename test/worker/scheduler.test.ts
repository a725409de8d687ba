import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { emptyLedger } from "../../src/generation/schedule/ledger.ts";
import { queuePrefix } from "../../src/queue/connection.ts";
import { createProducer, type Producer } from "../../src/queue/producer.ts";
import { createTaker, type Taker } from "../../src/queue/taker.ts";
import { createCatalogs } from "../../src/store/catalogs.ts";
import { createDrains } from "../../src/store/drains.ts";
import { createLeases } from "../../src/store/leases.ts";
import { createLine } from "../../src/store/line.ts";
import { createPauses } from "../../src/store/pauses.ts";
import { createSchedule } from "../../src/store/schedule.ts";
import { createShunned } from "../../src/store/shunned.ts";
import type { Lane } from "../../src/worker/lane.ts";
import {
  type Claim,
  createScheduler,
  type Scheduler,
  type SchedulerParts,
} from "../../src/worker/scheduler.ts";
import { catalogOf, requestOf } from "../generation/sample.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { jobOf, replyOf } from "../queue/jobs.ts";

let server: TestRedis;
let redis: Redis;
let producer: Producer;
const errors: Error[] = [];
const schedulers: Scheduler[] = [];
const claims: Claim[] = [];

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  producer = createProducer(redis, (error) => errors.push(error));
});
beforeEach(async () => {
  for (const webui of ["one", "two"]) {
    await createLeases(redis).keep(webui, "me");
    await comes(webui);
  }
});
afterEach(async () => {
  for (const { taken } of claims.splice(0)) taken.leave();
  await Promise.all(schedulers.splice(0).map((scheduler) => scheduler.close()));
  await redis.flushall();
  expect(errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await producer.close();
  await server.close();
});

const model = "revAnimated.ckpt";
const other = "sub/dreamshaper_8.safetensors [879db523c3]";
const keys = { ledger: "{easel}:ledger", settled: "{easel}:settled", lanes: "{easel}:lanes" };

/** A webui that can be given jobs. */
async function comes(webui: string, state: "up" | "down" = "up") {
  const catalogs = createCatalogs(redis);
  await catalogs.put(catalogOf({}, { webui }));
  await catalogs.say(webui, { up: state === "up", state });
}
/** Only what is asked of one that chooses. */
const laneOf = (webui: string) =>
  ({ backend: { name: webui }, catalog: () => catalogOf({}, { webui }) }) as unknown as Lane;

async function add(id: string, userId: string, values: { model?: string; guildId?: string } = {}) {
  const reply = replyOf({ userId, askedAt: Number(id), guildId: values.guildId ?? "9" });
  const size = { width: 512, height: 512, steps: 20 };
  const request = requestOf({ ...size, model: values.model ?? model });
  await producer.add("generate", jobOf(id, { request, reply }));
}

function open(change: (taker: Taker<"generate">) => Partial<SchedulerParts> = () => ({})) {
  const taker = createTaker(
    redis,
    "generate",
    () => undefined,
    (error) => errors.push(error),
  );
  const scheduler = createScheduler({
    worker: "me",
    taker,
    schedule: createSchedule(redis),
    line: createLine(redis),
    catalogs: createCatalogs(redis),
    drains: createDrains(redis),
    pauses: createPauses(redis),
    leases: createLeases(redis),
    boundSeconds: 30,
    ...change(taker),
  });
  schedulers.push(scheduler);
  const claim = async (webui = "one", isLikely = false) => {
    const claimed = await scheduler.claim(laneOf(webui), isLikely);
    if (typeof claimed === "object") claims.push(claimed);
    return claimed;
  };
  /** The id of the job that is given, or why none is. */
  const next = async (webui = "one", isLikely = false) => {
    const claimed = await claim(webui, isLikely);
    return typeof claimed === "object" ? claimed.taken.data.id : claimed;
  };
  return { scheduler, taker, claim, next };
}
/** As when it was drawn. */
async function draw(claimed: Claim | string, seconds: number) {
  if (typeof claimed === "string") throw new Error(claimed);
  await createSchedule(redis).settle(claimed.taken.data.id, seconds);
  await claimed.taken.done();
}
const ledger = () => createSchedule(redis).ledger();
const laneEntry = async (webui: string) =>
  JSON.parse((await redis.hget(keys.lanes, webui)) ?? "{}") as {
    model?: string;
    jobs?: { id: string; until: number }[];
  };
const isFreeToChoose = async () => (await redis.exists("{easel}:choosing")) === 0;

describe("a free webui", () => {
  test("is given what waits, which is noted, paid for, and forgotten when nothing is left", async () => {
    const { claim, next } = open();
    expect(await next()).toBe("idle");
    expect(await redis.exists(keys.ledger)).toBe(0);
    await add("1", "ada");
    const claimed = await claim();
    expect(claimed).toMatchObject({ drawingSeconds: 5, loadingSeconds: 0, taken: { tries: 1 } });
    expect((await ledger()).drawing).toMatchObject({ 1: { userId: "ada", seconds: 5 } });
    expect(await laneEntry("one")).toMatchObject({ model: "revanimated", jobs: [{ id: "1" }] });
    expect(await isFreeToChoose()).toBe(true);
    // Nothing waits, but something is drawn that has to be settled.
    expect(await next("two")).toBe("idle");
    expect(await next("two", true)).toBe("idle");
    expect(await ledger()).not.toEqual(emptyLedger);
    await draw(claimed, 7);
    expect(await next()).toBe("idle");
    expect(await redis.exists(keys.ledger, keys.settled)).toBe(0);
    expect(await isFreeToChoose()).toBe(true);
  });

  test("is given the job of who had least, by what drawing really took", async () => {
    const { claim, next } = open();
    for (const [id, userId] of ["ada", "ada", "ada", "bob", "bob", "bob"].entries())
      await add(`${id + 1}`, userId);
    const first = await claim();
    expect(first).toMatchObject({ taken: { data: { id: "1" } } });
    // Much longer than was thought.
    await draw(first, 12);
    const second = await claim();
    expect(second).toMatchObject({ taken: { data: { id: "4" } } });
    await draw(second, 5);
    expect(await redis.hlen(keys.settled)).toBe(1);
    expect([await next(), await next()]).toEqual(["5", "6"]);
    expect(await redis.exists(keys.settled)).toBe(0);
    expect(await next()).toBe("2");
  });

  test("is given the next one beside the one it draws, and what is to be loaded is counted", async () => {
    await createLine(redis).measure({ webui: "one", model, cost: 20, seconds: 4, swapped: false });
    const { claim, taker } = open();
    await add("1", "ada");
    await add("2", "ada", { model: other });
    expect(await claim()).toMatchObject({ drawingSeconds: 4, loadingSeconds: 0 });
    const next = await claim();
    expect(next).toMatchObject({ taken: { data: { id: "2" } }, drawingSeconds: 4 });
    const { loadingSeconds } = next as Claim;
    expect(loadingSeconds).toBeGreaterThan(0);
    const { model: given, jobs = [] } = await laneEntry("one");
    expect(given).toBe("sub_dreamshaper_8");
    expect(jobs.map(({ id }) => id)).toEqual(["1", "2"]);
    const [one, two] = jobs;
    expect((two?.until ?? 0) - (one?.until ?? 0)).toBe((4 + loadingSeconds) * 1000);
    expect((await taker.taken()).sort()).toEqual(["1", "2"]);
  });

  test("leaves to another what that one has loaded, and to itself what went wrong there", async () => {
    await createLine(redis).measure({ webui: "two", model, cost: 20, seconds: 4, swapped: false });
    const { next } = open();
    await add("1", "ada");
    expect(await next("one")).toBe("later");
    await createShunned(redis).add("1", "two", 0);
    expect(await next("two")).toBe("later");
    expect(await next("one")).toBe("1");
  });

  test("is not given what a webui can do that came a moment ago", async () => {
    const { next } = open();
    await add("1", "ada");
    expect(await next("one")).toBe("1");
    // Who looked just now knows nothing of it.
    const models = [{ name: "rare.safetensors" }];
    await createCatalogs(redis).put(catalogOf({ models }, { webui: "three" }));
    await createCatalogs(redis).say("three", { up: true, state: "up" });
    await createLeases(redis).keep("three", "another");
    await add("2", "ada", { model: "rare.safetensors" });
    expect(await next("two")).toBe("later");
  });

  test("is given nothing of a server that is paused, and everything once that ends", async () => {
    const pauses = createPauses(redis);
    const { next } = open();
    await add("1", "ada", { guildId: "8" });
    await pauses.pause({ guildId: "8" });
    expect(await next()).toBe("later");
    await add("2", "bob");
    expect(await next()).toBe("2");
    await pauses.resume({ guildId: "8" });
    await pauses.pause("all");
    expect(await next()).toBe("later");
    await pauses.resume("all");
    expect(await next()).toBe("1");
  });

  test("is given what can be read beside what cannot", async () => {
    const queue = new Queue("generate", { connection: redis, prefix: queuePrefix });
    await queue.add("generate", { id: "odd" }, { jobId: "job-odd" });
    await queue.close();
    const { next, taker } = open();
    expect(await next()).toBe("later");
    await add("2", "ada");
    expect(await next()).toBe("2");
    expect(await next()).toBe("later");
    expect(await taker.waiting()).toEqual(["odd"]);
    // Said once, not at every look.
    expect(errors.splice(0).map(({ name }) => name)).toEqual(["ZodError"]);
  });
});

describe("what was chosen", () => {
  test("and is gone when it is to be taken, changes nothing", async () => {
    const { next } = open((taker) => ({
      taker: {
        ...taker,
        async take(id) {
          await producer.remove("generate", id);
          return taker.take(id);
        },
      },
    }));
    await add("1", "ada");
    await add("2", "bob");
    expect(await next()).toBe("later");
    expect(await redis.exists(keys.ledger, keys.lanes)).toBe(0);
    expect(await isFreeToChoose()).toBe(true);
  });

  test("for a webui that is another worker's by now, goes back untried", async () => {
    const { next, taker, claim } = open();
    await add("1", "ada");
    await redis.del("{easel}:lease:one");
    await createLeases(redis).keep("one", "another");
    expect(await next()).toBe("later");
    expect([await taker.waiting(), await taker.taken()]).toEqual([["1"], []]);
    expect(await redis.exists(keys.ledger, keys.lanes)).toBe(0);
    expect(await isFreeToChoose()).toBe(true);
    expect(await claim("two")).toMatchObject({ taken: { data: { id: "1" }, tries: 1 } });
  });

  test("goes back as well where Redis refuses to have that written", async () => {
    const schedule = createSchedule(redis);
    const refused = new Error("READONLY You can't write against a read only replica.");
    const { scheduler, taker } = open(() => ({
      schedule: {
        ...schedule,
        async hold() {
          const held = await schedule.hold();
          return held && { ...held, write: async () => Promise.reject(refused) };
        },
      },
    }));
    await add("1", "ada");
    await expect(scheduler.claim(laneOf("one"), false)).rejects.toBe(refused);
    expect([await taker.waiting(), await taker.taken()]).toEqual([["1"], []]);
    expect(await isFreeToChoose()).toBe(true);
    expect(await open().next()).toBe("1");
  });

  test("and was taken by a worker that is gone, is paid for once", async () => {
    const { claim, next } = open();
    await add("1", "ada");
    await add("2", "bob");
    const first = await claim();
    expect(await next()).toBe("2");
    if (typeof first !== "object") throw new Error(first);
    await first.taken.back(false);
    expect(await next()).toBe("1");
    const { guilds, drawing } = await ledger();
    expect(Object.keys(drawing).sort()).toEqual(["1", "2"]);
    expect(guilds.times["9"]).toBe(10);
  });

  test("is nobody else's, however many choose at once", async () => {
    const [one, two] = [open(), open()];
    const ids = Array.from({ length: 10 }, (_, index) => `${index + 1}`);
    for (const id of ids) await add(id, `user ${Number(id) % 3}`);
    const given = await Promise.all(ids.map((_, index) => (index % 2 === 0 ? one : two).next()));
    expect(given.sort()).toEqual([...ids].sort());
    expect(Object.keys((await ledger()).drawing).sort()).toEqual([...ids].sort());
    expect(await open().next()).toBe("idle");
  });
});

test("a job can go elsewhere where another webui is up, may be given it, and can do it", async () => {
  const job = jobOf("1", { request: requestOf({ model }) });
  const could = (webui = "one") => open().scheduler.couldGoElsewhere(job, webui);
  expect(await could()).toBe(true);
  await createShunned(redis).add("1", "two", 0);
  expect([await could("one"), await could("two")]).toEqual([false, true]);
  await redis.del("{easel}:shunned");
  await createDrains(redis).drain("two");
  expect(await could()).toBe(false);
  await createDrains(redis).resume("two");
  await comes("two", "down");
  expect(await could()).toBe(false);
  await comes("two");
  expect(await could()).toBe(true);
  // Its worker is gone.
  await redis.del("{easel}:lease:two");
  expect(await could()).toBe(false);
  await createLeases(redis).keep("two", "another");
  const rare = jobOf("2", { request: requestOf({ model: "rare.safetensors" }) });
  expect(await open().scheduler.couldGoElsewhere(rare, "one")).toBe(false);
});
