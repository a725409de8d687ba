import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Interaction } from "../../src/demo/discord/start.ts";
import { startWorld, type World } from "../harness/world.ts";
import { picturesOf } from "./ends.ts";
import { createOwnRedis, type OwnRedis } from "./own-redis.ts";

/** 20 steps of a small picture take 0.2 s. */
const paces = { secondsPerStep: 0.64 };
const small = { width: 64, height: 64 };
const long = { ...small, steps: 100 };

let world: World;
let number = 0;
let prompt = "";
beforeEach(() => {
  number += 1;
  prompt = `fault ${number}`;
});

const drawings = () => world.webui.drawings.filter(({ body }) => body["prompt"] === prompt);
const answered = () => drawings().filter(({ state }) => state === "answered");
const draw = (options: object = small) => world.draw({ prompt, ...options });
const taken = async (interaction: Interaction) => {
  expect(world.discord.textOf(await world.answer(interaction))).toMatch(/Queued|Seed/);
  return interaction;
};
const begun = () => world.discord.waitFor(() => drawings().some(({ startedAt }) => startedAt));

describe("a Redis that somebody else runs", () => {
  let folder: string;
  let redis: OwnRedis;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "easel-faults-"));
    redis = await createOwnRedis(folder);
    await redis.start();
    world = await startWorld({ webuis: [paces], env: { REDIS_URL: redis.url } });
  });
  afterAll(async () => {
    await world.close();
    await redis.end("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  /** It tells a member at once that nothing was taken. */
  async function expectAway(interaction: Interaction) {
    expect(await world.refusal(interaction)).toContain("The queue is away");
    expect(interaction.answeredAfterMs).toBeLessThan(2_500);
  }

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "is restarted (%s) while idle: the next job is drawn",
    async (signal) => {
      await redis.end(signal);
      await redis.start();
      await delay(500);
      await picturesOf(world, await taken(draw()));
      expect(drawings()).toHaveLength(1);
    },
  );

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "is restarted (%s) while drawing: drawn once, posted once",
    async (signal) => {
      const first = await taken(draw(long));
      const second = await taken(draw(long));
      await begun();
      await redis.end(signal);
      await redis.start();
      await picturesOf(world, first);
      await picturesOf(world, second);
      expect(drawings()).toHaveLength(2);
    },
  );

  it("is away when the drawing ends: what was drawn is posted when it is back", async () => {
    const first = await taken(draw());
    await begun();
    await redis.end("SIGKILL");
    await world.discord.waitFor(() => answered().length === 1);
    await delay(500);
    await redis.start();
    await picturesOf(world, first, 25_000);
    expect(drawings()).toHaveLength(1);
  });

  it("is away for some seconds: new jobs are refused at once, and never posted; those that wait go on", async () => {
    const before = [await taken(draw(long)), await taken(draw(long))];
    await begun();
    await redis.end("SIGKILL");
    await delay(100);
    const refused = [draw(), draw({ ...small, private: true })];
    for (const each of refused) await expectAway(each);
    await delay(1_500);
    const late = draw();
    await expectAway(late);
    await redis.start();
    for (const each of before) await picturesOf(world, each, 25_000);
    await delay(1_000);
    for (const each of [...refused, late]) expectNothing(each);
    expect(drawings()).toHaveLength(2);
  });

  it("is away when Easel is told to end, which it does all the same; what waited is drawn afterwards", async () => {
    const first = await taken(draw({ ...small, steps: 60 }));
    const second = await taken(draw());
    await begun();
    await redis.end("SIGKILL");
    const before = Date.now();
    expect(await world.easel.stop()).toBe(0);
    expect(Date.now() - before).toBeLessThan(30_000);
    await redis.start();
    world.discord.advance(6_000);
    await world.start();
    await Promise.all([first, second].map((each) => picturesOf(world, each, 30_000)));
  }, 90_000);

  it("is away when an interaction comes a second time: the job that was taken is drawn", async () => {
    const before = await taken(draw(long));
    const twice = await taken(draw());
    await begun();
    await redis.end("SIGKILL");
    await delay(100);
    world.discord.redeliver(twice);
    await delay(2_000);
    await redis.start();
    await picturesOf(world, before, 25_000);
    await picturesOf(world, twice, 25_000);
    expect(drawings()).toHaveLength(2);
  });

  it("hangs for some seconds: new jobs are refused at once, and never posted; those that wait go on", async () => {
    const before = await taken(draw(long));
    await begun();
    redis.signal("SIGSTOP");
    const refused = [draw(), draw()];
    try {
      for (const each of refused) await expectAway(each);
      await delay(1_000);
    } finally {
      redis.signal("SIGCONT");
    }
    await picturesOf(world, before, 25_000);
    await delay(1_000);
    for (const each of refused) expectNothing(each);
    expect(drawings()).toHaveLength(1);
  });

  it("hangs just when a job is stored: it is refused and never posted, or taken and posted", async () => {
    const watching = redis.connect();
    const monitor = await watching.monitor();
    const interactions: Interaction[] = [];
    const stopAt = (ms: number) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const onCommand = (_time: string, [command, key = ""]: string[]) => {
        if (command?.toLowerCase() !== "set" || !key.includes(":record:")) return;
        monitor.off("monitor", onCommand);
        setTimeout(() => {
          redis.signal("SIGSTOP");
          resolve();
        }, ms);
      };
      monitor.on("monitor", onCommand);
      return promise;
    };
    try {
      for (const ms of [0, 0, 1, 2]) {
        const stopped = stopAt(ms);
        interactions.push(draw());
        await stopped;
        await delay(1_700);
        redis.signal("SIGCONT");
      }
    } finally {
      redis.signal("SIGCONT");
      monitor.disconnect();
      watching.disconnect();
    }
    const saidTo = async (each: Interaction) => world.discord.textOf(await world.answer(each));
    const told = await Promise.all(interactions.map(saidTo));
    const refused = interactions.filter((_, index) => told[index]?.includes("queue is away"));
    for (const each of interactions) if (!refused.includes(each)) await picturesOf(world, each);
    await delay(500);
    for (const each of refused) expectNothing(each);
  });

  function expectNothing({ id, channel, user }: Interaction) {
    const everything = [channel, world.discord.dm(user)].flatMap(world.discord.messages);
    const posted = everything.filter((each) =>
      world.discord.buttonsOf(each).some(({ customId }) => customId.endsWith(`:${id}`)),
    );
    expect(posted.map(world.discord.textOf)).toEqual([]);
  }
});
