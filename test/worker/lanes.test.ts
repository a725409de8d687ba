import type { Redis } from "ioredis";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { BackendError } from "../../src/errors.ts";
import { noMeasures } from "../../src/measures.ts";
import { createAwaited } from "../../src/store/awaited.ts";
import { createCatalogs } from "../../src/store/catalogs.ts";
import { createDrains } from "../../src/store/drains.ts";
import { createLeases, leaseKey, type Leases } from "../../src/store/leases.ts";
import { createLine } from "../../src/store/line.ts";
import { createSchedule } from "../../src/store/schedule.ts";
import { createRoster, type Roster } from "../../src/store/roster.ts";
import type { Lane } from "../../src/worker/lane.ts";
import { type Lanes, startLanes } from "../../src/worker/lanes.ts";
import { catalogOf } from "../generation/sample.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { backendOf } from "./backend.ts";

let server: TestRedis;
let redis: Redis;
const running: Lanes[] = [];

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((lanes) => lanes.close()));
  await redis.flushall();
});
afterAll(async () => server.close());

/** A worker that has these webuis from the start; each is served until the test says that it is done. */
function start(
  urls: string[],
  worker = "me",
  change: Partial<Leases> = {},
  catalog = async (webui: string) => catalogOf({}, { webui }),
) {
  const lanes: Lane[] = [];
  /** What was opened and closed of each webui, in turn. */
  const story: string[] = [];
  const draws = new Map<string, Promise<void>>();
  const tending = startLanes({
    worker,
    urls,
    createBackend(url) {
      const { host: name } = new URL(url);
      return backendOf({
        name,
        catalog: async () => catalog(name),
        close: async () => void story.push(`closed ${url}`),
      });
    },
    serve({ backend: { name } }) {
      story.push(`serves ${name}`);
      return {
        wake: () => undefined,
        async close() {
          story.push(`stops ${name}`);
          await draws.get(name);
        },
      };
    },
    lanes,
    roster: createRoster(redis),
    catalogs: createCatalogs(redis),
    awaited: createAwaited(redis),
    drains: createDrains(redis),
    leases: { ...createLeases(redis), ...change },
    schedule: createSchedule(redis),
    line: createLine(redis),
    measures: noMeasures,
    log: pino({ enabled: false }),
  });
  running.push(tending);
  const names = () => lanes.map(({ backend }) => backend.name).sort();
  const has = async (...wanted: string[]) => expect.poll(names).toEqual([...wanted].sort());
  const areUp = async () => expect.poll(() => lanes.every((lane) => lane.isUp())).toBe(true);
  return { tending, lanes, story, draws, has, areUp };
}
/** What an owner says, which the workers hear of. */
async function tell(tending: Lanes, say: (roster: Roster) => Promise<void>) {
  await say(createRoster(redis));
  tending.refresh();
}
const known = async () => (await createCatalogs(redis).read()).map(({ name }) => name);
const workerOf = async (webui: string) => redis.get(leaseKey(webui));

describe("the webuis of a worker", () => {
  test("are those of the configuration, and those that are added while it runs", async () => {
    const { tending, has, areUp } = start(["http://one:1", "http://two:2"]);
    await has("one:1", "two:2");
    await tell(tending, (roster) => roster.add("three:3", "http://user:secret@three:3"));
    await has("one:1", "two:2", "three:3");
    await areUp();
    expect(await known()).toEqual(["one:1", "three:3", "two:2"]);
    expect(await workerOf("three:3")).toBe("me");
  });

  test("are each looked after once, however often they are named", async () => {
    const { tending, has, story } = start(["http://one:1", "http://one:1", "http://one:1/"]);
    await has("one:1");
    await tell(tending, (roster) => roster.add("one:1", "http://user:secret@one:1"));
    await expect.poll(() => story).toContain("closed http://user:secret@one:1");
    await has("one:1");
    expect(story.filter((what) => what.startsWith("serves"))).toEqual(["serves one:1"]);
  });

  test("are no more when they are taken out, also those of the configuration, and are when added again", async () => {
    const { tending, has, areUp, story } = start(["http://one:1", "http://two:2"]);
    await has("one:1", "two:2");
    await areUp();
    await tell(tending, (roster) => roster.remove("one:1"));
    await has("two:2");
    await expect.poll(known).toEqual(["two:2"]);
    expect(await workerOf("one:1")).toBeNull();
    expect(story).toContain("closed http://one:1");
    await tell(tending, (roster) => roster.add("one:1", "http://one:1"));
    await has("one:1", "two:2");
    await expect.poll(known).toEqual(["one:1", "two:2"]);
  });

  test("have loaded what they say, until they have drawn; and after they were down it is asked anew", async () => {
    const line = createLine(redis);
    let [model, isDown] = ["first", false];
    const { areUp, has, tending } = start(["http://one:1"], "me", {}, async (webui) => {
      if (isDown) throw new BackendError("down", "");
      return { ...catalogOf({}, { webui }), model };
    });
    await has("one:1");
    await areUp();
    await expect.poll(() => line.loaded()).toEqual({ "one:1": "first" });
    const run = { webui: "one:1", cost: 1, seconds: 1, swapped: true };
    await line.measure({ ...run, model: "drawn with" });
    tending.refresh();
    await areUp();
    expect(await line.loaded()).toEqual({ "one:1": "drawn with" });
    [model, isDown] = ["after a start", true];
    tending.refresh();
    await expect.poll(() => line.loaded()).toEqual({});
    isDown = false;
    await expect.poll(() => line.loaded()).toEqual({ "one:1": "after a start" });
  });

  test("are as new when they are added again before they were quite taken out", async () => {
    const { giveUp } = createLeases(redis);
    const ending = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { tending, has, areUp, story } = start(["http://one:1"], "me", {
      async giveUp(...lease) {
        ending.resolve();
        await goOn.promise;
        await giveUp(...lease);
      },
    });
    await has("one:1");
    await areUp();
    await tell(tending, (roster) => roster.remove("one:1"));
    await ending.promise;
    await tell(tending, async (roster) => {
      await roster.add("one:1", "http://one:1");
      await roster.add("two:2", "http://two:2");
    });
    // By then it was looked at which there are.
    await expect.poll(() => story).toContain("serves two:2");
    goOn.resolve();
    await expect.poll(() => workerOf("one:1")).toBeNull();
    const times = () => story.filter((what) => what === "serves one:1").length;
    await expect
      .poll(() => {
        if (times() === 1) tending.refresh();
        return times();
      })
      .toBe(2);
    await has("one:1", "two:2");
    await areUp();
    await expect.poll(known).toEqual(["one:1", "two:2"]);
    expect(await workerOf("one:1")).toBe("me");
  });

  test("end what they draw when they are taken out, and nothing else waits for that", async () => {
    const { tending, has, areUp, draws, story } = start(["http://one:1", "http://two:2"]);
    await has("one:1", "two:2");
    await areUp();
    const drawing = Promise.withResolvers<void>();
    draws.set("one:1", drawing.promise);
    await tell(tending, (roster) => roster.remove("one:1"));
    await expect.poll(() => story).toContain("stops one:1");
    await tell(tending, (roster) => roster.add("three:3", "http://three:3"));
    await has("one:1", "two:2", "three:3");
    // It is still ours, and asked to stop once.
    expect(await workerOf("one:1")).toBe("me");
    expect(story.filter((what) => what === "stops one:1")).toHaveLength(1);
    drawing.resolve();
    await has("two:2", "three:3");
    await expect.poll(() => workerOf("one:1")).toBeNull();
  });

  test("are one worker's where several have them, and another's when that one closes", async () => {
    const first = start(["http://one:1"], "first");
    await first.has("one:1");
    await first.areUp();
    const second = start(["http://one:1"], "second");
    await second.has("one:1");
    await expect.poll(() => second.lanes[0]?.state()).toBe("elsewhere");
    await first.tending.stop();
    await first.tending.close();
    expect(await workerOf("one:1")).toBeNull();
    second.tending.refresh();
    await second.areUp();
    expect(await workerOf("one:1")).toBe("second");
  });

  test("are given nothing any more when the worker stops, which waits for what they draw", async () => {
    const { tending, has, draws, story } = start(["http://one:1", "http://two:2"]);
    await has("one:1", "two:2");
    const drawing = Promise.withResolvers<void>();
    draws.set("two:2", drawing.promise);
    let isStopped = false;
    const stopping = tending.stop().then(() => (isStopped = true));
    await expect.poll(() => story).toEqual(expect.arrayContaining(["stops one:1", "stops two:2"]));
    await tell(tending, (roster) => roster.add("three:3", "http://three:3"));
    expect(isStopped).toBe(false);
    drawing.resolve();
    await stopping;
    await tending.close();
    await has("one:1", "two:2");
    expect(await redis.keys("{easel}:lease:*")).toEqual([]);
  });
});
