import { describe, expect, it } from "vitest";
import type { Interaction } from "../../src/demo/discord/start.ts";
import type { Drawing } from "../../src/demo/webui/start.ts";
import { startWorld, type World } from "../harness/world.ts";
import { picturesOf } from "./ends.ts";

/** 20 steps of a small picture take 0.2 s. */
const paces = { secondsPerStep: 0.64 };
const small = { width: 64, height: 64 };
const long = { ...small, steps: 100 };
/** Product.md, section 7. Milliseconds. */
const stopMs = 30_000;

const answered = ({ webui }: World) => webui.drawings.filter(({ state }) => state === "answered");
const isBegun = ({ startedAt }: Drawing) => startedAt !== undefined;

async function taken(world: World, options: object = small): Promise<Interaction> {
  const interaction = world.draw({ prompt: "stop", ...options });
  expect(world.discord.textOf(await world.answer(interaction))).toMatch(/Queued|Seed/);
  return interaction;
}

async function stop(world: World): Promise<void> {
  const before = Date.now();
  expect(await world.easel.stop()).toBe(0);
  expect(Date.now() - before).toBeLessThan(stopMs);
}

/** Started anew, as after an update; a gateway lets the same bot identify only every 5 s. */
async function startAgain(world: World): Promise<void> {
  world.discord.advance(6_000);
  await world.start();
}

describe.concurrent("SIGTERM", { timeout: 60_000 }, () => {
  const inWorld = (name: string, test: (world: World) => Promise<void>) =>
    it(name, async () => {
      const world = await startWorld({ webuis: [paces] });
      try {
        await test(world);
      } finally {
        await world.close();
      }
    });

  inWorld(
    "lets the drawing end and posts it; the next process draws what waited",
    async (world) => {
      const first = await taken(world, long);
      const second = await taken(world, long);
      await world.discord.waitFor(() => world.webui.drawings.some(isBegun));
      await stop(world);
      await picturesOf(world, first);
      expect(world.webui.drawings).toHaveLength(1);
      await startAgain(world);
      await picturesOf(world, second);
      expect(world.webui.drawings).toHaveLength(2);
    },
  );

  inWorld(
    "while an upload is under way: posted once, by this process or the next",
    async (world) => {
      const mend = world.discord.faults.slow((method) => method === "PATCH", 1_500);
      const interaction = await taken(world);
      await world.discord.waitFor(() => answered(world).length === 1);
      await stop(world);
      mend();
      await startAgain(world);
      await picturesOf(world, interaction);
      expect(world.webui.drawings).toHaveLength(1);
    },
  );

  inWorld(
    "while an upload takes for ever: the next process posts what this one drew",
    async (world) => {
      const mend = world.discord.faults.slow((method) => method === "PATCH", 60_000);
      const interaction = await taken(world);
      await world.discord.waitFor(() => answered(world).length === 1);
      await stop(world);
      mend();
      await startAgain(world);
      await picturesOf(world, interaction);
      expect(world.webui.drawings).toHaveLength(1);
    },
  );

  inWorld(
    "while Discord cannot be reached: the next process posts what this one drew",
    async (world) => {
      const interaction = await taken(world);
      const mend = world.discord.faults.fail({
        status: 502,
        match: (method) => method === "PATCH",
      });
      await world.discord.waitFor(() => answered(world).length === 1);
      await stop(world);
      mend();
      await startAgain(world);
      await picturesOf(world, interaction);
      expect(world.webui.drawings).toHaveLength(1);
    },
  );

  inWorld("while the webui is down: the next process draws what waited", async (world) => {
    await world.webui.down();
    const interaction = await taken(world);
    await stop(world);
    await world.webui.up();
    await startAgain(world);
    await picturesOf(world, interaction);
    expect(answered(world)).toHaveLength(1);
  });

  inWorld("while a webui hangs: the next process draws the same", async (world) => {
    world.webui.faults.next({ kind: "hang" });
    const interaction = await taken(world);
    await world.discord.waitFor(() => world.webui.drawings.some(isBegun));
    await stop(world);
    world.webui.faults.release();
    await startAgain(world);
    await picturesOf(world, interaction);
    expect(new Set(world.webui.drawings.map(({ body }) => body["seed"])).size).toBe(1);
    expect(answered(world)).toHaveLength(1);
  });
});
