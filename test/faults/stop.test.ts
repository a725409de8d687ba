import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Interaction } from "../../src/demo/discord/start.ts";
import type { World } from "../harness/world.ts";
import { picturesOf } from "./ends.ts";
import { createStage, type Stage } from "./stage.ts";
import { openWorlds, type Worlds } from "./worlds.ts";

vi.setConfig({ testTimeout: 60_000 });

/** 100 steps of a small picture take a second. */
const paces = { secondsPerStep: 0.64 };
const long = { steps: 100 };
/** Product.md, section 7. Milliseconds. */
const stopMs = 30_000;

let worlds: Worlds;
beforeAll(async () => {
  worlds = await openWorlds(2, { webuis: [paces] });
});
afterAll(async () => worlds.close());

const answered = ({ drawings }: Stage) => drawings().filter(({ state }) => state === "answered");
const isBegun = ({ drawings }: Stage) =>
  drawings().some(({ startedAt }) => startedAt !== undefined);

async function taken({ world, draw }: Stage, options: object = {}): Promise<Interaction> {
  const interaction = draw(options);
  expect(world.discord.textOf(await world.answer(interaction))).toMatch(/Queued|Seed/);
  return interaction;
}

async function stop({ easel }: World): Promise<void> {
  const before = Date.now();
  expect(await easel.stop()).toBe(0);
  expect(Date.now() - before).toBeLessThan(stopMs);
}

/** Started anew, as after an update; a gateway lets the same bot identify only every 5 s. */
async function startAgain(world: World): Promise<void> {
  world.discord.advance(6_000);
  await world.start();
}

describe.concurrent("SIGTERM", () => {
  const inWorld = (name: string, test: (stage: Stage, world: World) => Promise<void>) =>
    it(name, async () => worlds.lend(async (world) => test(createStage(world), world)));

  inWorld(
    "lets the drawing end and posts it, though npm passes it on once more; the next process draws what waited",
    async (stage, world) => {
      const first = await taken(stage, long);
      const second = await taken(stage, long);
      await world.discord.waitFor(() => isBegun(stage));
      const stopped = stop(world);
      await delay(5);
      process.kill(world.easel.pid, "SIGTERM");
      await stopped;
      await picturesOf(world, first);
      expect(stage.drawings()).toHaveLength(1);
      await startAgain(world);
      await picturesOf(world, second);
      expect(stage.drawings()).toHaveLength(2);
    },
  );

  inWorld(
    "while an upload is under way: posted once, by this process or the next",
    async (stage, world) => {
      const mend = world.discord.faults.slow((method) => method === "PATCH", 1_500);
      const interaction = await taken(stage);
      await world.discord.waitFor(() => answered(stage).length === 1);
      await stop(world);
      mend();
      await startAgain(world);
      await picturesOf(world, interaction);
      expect(stage.drawings()).toHaveLength(1);
    },
  );

  inWorld(
    "while an upload takes for ever: the next process posts what this one drew",
    async (stage, world) => {
      const mend = world.discord.faults.slow((method) => method === "PATCH", 60_000);
      const interaction = await taken(stage);
      await world.discord.waitFor(() => answered(stage).length === 1);
      await stop(world);
      mend();
      await startAgain(world);
      await picturesOf(world, interaction);
      expect(stage.drawings()).toHaveLength(1);
    },
  );

  inWorld(
    "while Discord cannot be reached: the next process posts what this one drew",
    async (stage, world) => {
      const interaction = await taken(stage);
      const mend = world.discord.faults.fail({
        status: 502,
        match: (method) => method === "PATCH",
      });
      await world.discord.waitFor(() => answered(stage).length === 1);
      await stop(world);
      mend();
      await startAgain(world);
      await picturesOf(world, interaction);
      expect(stage.drawings()).toHaveLength(1);
    },
  );

  inWorld("while the webui is down: the next process draws what waited", async (stage, world) => {
    await world.webui.down();
    const interaction = await taken(stage);
    await stop(world);
    await world.webui.up();
    await startAgain(world);
    await picturesOf(world, interaction);
    expect(answered(stage)).toHaveLength(1);
  });

  inWorld("while a webui hangs: the next process draws the same", async (stage, world) => {
    world.webui.faults.next({ kind: "hang" });
    const interaction = await taken(stage);
    await world.discord.waitFor(() => isBegun(stage));
    await stop(world);
    world.webui.faults.release();
    await startAgain(world);
    await picturesOf(world, interaction);
    expect(new Set(stage.drawings().map(({ body }) => body["seed"])).size).toBe(1);
    expect(answered(stage)).toHaveLength(1);
  });
});
