import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EaselProcess, startEasel } from "../harness/easel.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { startWorld, type World } from "../harness/world.ts";

/** Long enough for another worker to notice (some 14 s) and to draw it. */
const frozenMs = Number(process.env["FROZEN_SECONDS"] ?? "20") * 1000;

let redis: TestRedis;
let world: World;
const workers: EaselProcess[] = [];

beforeAll(async () => {
  redis = await startRedis();
  const webui = { models: [{ name: "alpha" }], secondsPerStep: 0.05 };
  world = await startWorld({
    webuis: [webui, webui],
    env: { REDIS_URL: redis.url },
    started: false,
  });
  for (const { url } of world.webuis) {
    workers.push(
      startEasel({ ...world.settings, REDIS_URL: redis.url, WEBUI_URLS: url }, ["worker"]),
    );
  }
  await world.start({ args: ["bot"], webuiUp: false });
  const heard = () => world.easel.log().findLast(({ up }) => up !== undefined)?.["up"];
  await world.discord.waitFor(() => (heard() as string[] | undefined)?.length === 2, 20_000);
}, 60_000);
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await world.close();
  await redis.close();
});

const answered = (prompt: string) =>
  world.webuis.map(
    ({ drawings }) =>
      drawings.filter(({ body, state }) => body["prompt"] === prompt && state === "answered")
        .length,
  );

test(
  "a machine that stood still does no harm: its job was done elsewhere, and what it had is thrown away",
  async () => {
    const { discord } = world;
    const prompt = "frozen";
    const asked = world.draw({ prompt, width: 512, height: 512, steps: 60 });
    await world.answer(asked);
    const begun = () => world.webuis.findIndex(({ drawings }) => drawings.length > 0);
    await discord.waitFor(() => begun() >= 0, 15_000);
    const worker = workers[begun()];
    const receiver = worker?.log().findLast(({ msg }) => msg === "receiver started")?.["receiver"];
    const both = [worker?.pid, receiver].map(Number);
    const first = begun();
    for (const pid of both) process.kill(pid, "SIGSTOP");
    const thawing = delay(frozenMs).then(() => both.forEach((pid) => process.kill(pid, "SIGCONT")));
    const result = await world.result(asked, 60_000);
    const posted = JSON.stringify([
      result.attachments.map(({ filename }) => filename),
      result.components,
    ]);
    expect(answered(prompt)[1 - first]).toBe(1);
    await thawing;
    // What it goes on with, it goes on with now.
    await delay(3_000);
    const all = discord.messages(asked.channel).filter((message) => world.isResult(message));
    expect(all).toEqual([result]);
    expect(
      JSON.stringify([result.attachments.map(({ filename }) => filename), result.components]),
    ).toBe(posted);
    expect(asked.followUps).toEqual([]);
    const connection = await redis.connect();
    const kept = (await connection.keys("*")).filter((key) => key.includes(asked.id));
    expect(kept.filter((key) => /answer|awaited|generate|deliver|edit/.test(key))).toEqual([]);
    expect(await connection.exists("{easel}:settled")).toBe(0);
    // And it draws again.
    const next = [1, 2].map((seed) => world.draw({ prompt: "after it", seed, steps: 20 }));
    await Promise.all(next.map((each) => world.result(each, 40_000)));
    expect(answered("after it")).toEqual([1, 1]);
  },
  frozenMs + 120_000,
);
