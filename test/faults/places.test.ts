import { setTimeout as delay } from "node:timers/promises";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createSettings } from "../../src/store/settings.ts";
import { pseudonym } from "../../src/store/pseudonym.ts";
import { redisIn } from "../harness/redis.ts";
import { startWorld, type World } from "../harness/world.ts";

let world: World;
let redis: Redis;
beforeAll(async () => {
  world = await startWorld();
  redis = redisIn(world.dataDir);
});
afterAll(async () => {
  redis.disconnect();
  await world.close();
});

afterEach(() => goOn());

const limit = async (value: number) =>
  createSettings(redis).set({ scope: "server", id: world.guild.id }, "max_waiting", () => value);
const draw = (more = {}) => world.draw({ prompt: "x", width: 64, height: 64, steps: 1, ...more });
const placesKey = () => `{easel}:places:${pseudonym(world.member.id)}:${world.guild.id}`;
const spent = async () => {
  const [key = ""] = await redis.keys("{easel}:gpu:*");
  return Number((await redis.get(key)) ?? 0);
};

async function restart(): Promise<void> {
  // A gateway lets the same bot identify only every 5 s.
  world.discord.advance(6_000);
  await world.start();
}

const hold = () => world.webui.faults.always({ kind: "hang" });
function goOn() {
  world.webui.faults.always(undefined);
  world.webui.faults.release();
}

/** Meanwhile no job can be stored: BullMQ counts each in this key first. Call what comes back to end that. */
async function storeNothing(): Promise<() => Promise<void>> {
  const key = "{easel}:generate:id";
  const counted = await redis.get(key);
  await redis.del(key);
  await redis.rpush(key, "not a number");
  return async () => {
    await redis.del(key);
    if (counted !== null) await redis.set(key, counted);
  };
}

describe("kill -9", () => {
  it("between taking a place and storing its job costs nobody a place", async () => {
    await limit(100);
    hold();
    const stored = draw();
    await world.answer(stored);
    const storeAgain = await storeNothing();
    for (let jobs = 0; jobs < 20; jobs += 1) draw();
    await expect
      .poll(() => redis.hlen(placesKey()), { interval: 5, timeout: 10_000 })
      .toBeGreaterThan(1);
    await world.easel.kill();
    const lost = (await redis.hkeys(placesKey())).filter((id) => id !== stored.id);
    expect(lost.length).toBeGreaterThan(0);
    await storeAgain();
    // A webui that is at something gets nothing from a worker that is new.
    goOn();
    await restart();
    // What was stored ends, and what was not is left.
    await expect
      .poll(async () => (await redis.hkeys(placesKey())).toSorted(), { timeout: 30_000 })
      .toEqual(lost.toSorted());
    for (const id of lost) await redis.hset(placesKey(), id, `${Date.now() - 11_000} 0.000`);
    await limit(3);
    hold();
    const asked = Array.from({ length: 10 }, () => draw());
    const answers = await Promise.all(asked.map(world.answer));
    const accepted = asked.filter((_, index) => answers[index]?.ephemeralFor === undefined);
    expect(accepted).toHaveLength(3);
    goOn();
    for (const each of accepted) await world.result(each, 20_000);
    await expect.poll(() => redis.exists(placesKey()), { timeout: 10_000 }).toBe(0);
  }, 90_000);

  it("while a webui draws costs no place, and the GPU time of one drawing", async () => {
    await limit(1);
    await world.result(draw());
    await expect.poll(() => redis.exists(placesKey()), { timeout: 10_000 }).toBe(0);
    const [before, drawings] = [await spent(), world.webui.drawings.length];
    // 64 x 64 pixels are a 64th of a usual step: 2 s in all.
    world.webui.pace(64 * 40);
    const asked = draw({ steps: 25 });
    await world.discord.waitFor(() => world.webui.drawings.at(drawings)?.state === "drawing");
    await delay(500);
    await world.easel.kill();
    world.webui.pace(1);
    await restart();
    await world.result(asked, 30_000);
    await expect.poll(() => redis.exists(placesKey()), { timeout: 10_000 }).toBe(0);
    expect(world.webui.drawings).toHaveLength(drawings + 1);
    expect((await spent()) - before).toBeGreaterThan(1.9);
    expect((await spent()) - before).toBeLessThan(4);
    await world.result(draw());
  }, 60_000);
});
