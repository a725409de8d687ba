import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Values } from "../../src/generation/request.ts";
import type { Place } from "../../src/generation/schedule/places.ts";
import type { Reply } from "../../src/jobs.ts";
import { createLine, type Line } from "../../src/store/line.ts";
import { createShunned, everywhere } from "../../src/store/shunned.ts";
import { requestOf } from "../generation/sample.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { jobOf, replyOf } from "../queue/jobs.ts";

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

const run = { webui: "w", model: "m", cost: 20, seconds: 10, swapped: false };
const asked = { userId: "5", guildId: "6", askedAt: 1_000 };
const job = (id: string, values: Values = {}, reply: Partial<Reply> = asked) =>
  jobOf(id, {
    request: requestOf({ width: 512, height: 512, steps: 20, ...values }),
    reply: replyOf(reply),
  });
const place = (id: string, rest: Partial<Place> = {}): Place => ({
  id,
  cost: 20,
  userId: "5",
  guildId: "6",
  weight: 1,
  guildWeight: 1,
  arrivedAt: 1_000,
  ...rest,
});

/** As the bot does: stored first. */
async function join(waiting: ReturnType<typeof job>) {
  await redis.set(`stored ${waiting.id}`, "");
  return line.join(waiting, `stored ${waiting.id}`);
}

describe("the line", () => {
  test("says who waits, with what, for whom and since when", async () => {
    expect(await join(job("1", { model: "a" }))).toEqual([place("1", { model: "a" })]);
    const second = job("2", { steps: 40 }, { ...asked, guildId: undefined, askedAt: 2_000 });
    const third = { ...second, id: "3", share: { weight: 2, guildWeight: 0.5 } };
    const own = { cost: 40, guildId: "dm", arrivedAt: 2_000 };
    await join(second);
    const all = await join(third);
    expect(all.sort((a, b) => Number(a.id) - Number(b.id))).toEqual([
      place("1", { model: "a" }),
      place("2", own),
      place("3", { ...own, weight: 2, guildWeight: 0.5 }),
    ]);
    expect(await line.all()).toHaveLength(3);
  });

  test("has a job once, however often it joins", async () => {
    await join(job("1"));
    expect(await join(job("1"))).toEqual([place("1")]);
  });

  test("has nobody whose job is not stored: who was killed in between leaves no place behind", async () => {
    await join(job("1"));
    expect(await line.join(job("2"), "stored never")).toEqual([place("1")]);
    expect(await line.all()).toEqual([place("1")]);
  });

  test("moves up when one leaves, and nothing happens when it leaves again", async () => {
    await join(job("1"));
    await join(job("2"));
    await line.leave("1");
    await line.leave("1");
    await line.leave("never came");
    expect(await line.all()).toEqual([place("2")]);
  });

  test("is empty in Redis when all have left, and so is what was noted of them", async () => {
    const shunned = createShunned(redis);
    await Promise.all(["1", "2", "3"].map(async (id) => join(job(id))));
    await shunned.add("1", "a webui", 0);
    await shunned.add("1", everywhere, 60_000);
    await shunned.add("12", everywhere, 0);
    await Promise.all(["1", "2", "3"].map(async (id) => line.leave(id)));
    expect(await redis.hkeys("{easel}:shunned")).toEqual(["12 *"]);
    await line.leave("12");
    expect(await redis.keys("{easel}:*")).toEqual([]);
  });

  test("reads what an earlier version noted, and passes over what it cannot read", async () => {
    const earlier = JSON.stringify({ cost: 20, model: "a" });
    await redis.hset("{easel}:line", "1", earlier, "2", "{broken", "3", "20.5");
    const nobody = { userId: "", guildId: "dm", arrivedAt: 0 };
    expect(await line.all()).toEqual([place("1", { model: "a", ...nobody })]);
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
