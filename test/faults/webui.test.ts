import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Interaction } from "../../src/demo/discord/start.ts";
import { type Fault, startWebui } from "../../src/demo/webui/start.ts";
import { startEasel } from "../harness/easel.ts";
import { startWorld, type World } from "../harness/world.ts";
import { failureOf, picturesOf } from "./ends.ts";
import { createOwnRedis } from "./own-redis.ts";
import { openWorlds, type Worlds } from "./worlds.ts";

vi.setConfig({ testTimeout: 60_000 });

const env = { WEBUI_TIMEOUT_SECONDS: "2" };
/** 20 steps of a small picture take 0.2 s. */
const small = { width: 64, height: 64 };
const paces = { secondsPerStep: 0.64 };

let number = 0;
/** A prompt that no other test has. */
const unique = () => `fault ${(number += 1)}`;

const drawingsOf = (world: World, prompt: string) =>
  world.webuis.flatMap(({ drawings }) => drawings.filter(({ body }) => body["prompt"] === prompt));
const seedsOf = (world: World, prompt: string) =>
  new Set(drawingsOf(world, prompt).map(({ body }) => body["seed"]));

describe.concurrent("a webui that fails", () => {
  let worlds: Worlds;
  beforeAll(async () => {
    worlds = await openWorlds(3, { env, webuis: [paces] });
  });
  afterAll(async () => worlds.close());

  const drawWith = (world: World, fault: Fault) => {
    const prompt = unique();
    world.webui.faults.next(fault);
    return { prompt, interaction: world.draw({ prompt, ...small }) };
  };
  /** Nothing of the failure stays: the next job is drawn at once. */
  const expectGood = async (world: World) =>
    picturesOf(world, world.draw({ prompt: unique(), ...small }));

  it.each<[string, Fault]>([
    ["drops the connection while drawing", { kind: "drop" }],
    ["drops the connection before drawing", { kind: "drop-before" }],
    ["cuts its answer", { kind: "truncate" }],
    ["has a proxy that answers 502", { kind: "html-502" }],
    ["answers 503, busy", { kind: "error", status: 503 }],
  ])("draws the same again when it %s", async (_, fault) =>
    worlds.lend(async (world) => {
      const { prompt, interaction } = drawWith(world, fault);
      await picturesOf(world, interaction);
      expect(seedsOf(world, prompt).size).toBe(1);
      expect(drawingsOf(world, prompt).filter(({ state }) => state === "answered")).toHaveLength(1);
    }),
  );

  it.each<[string, Fault]>([
    ["nonsense", { kind: "nonsense" }],
    ["a page", { kind: "nonsense", body: "<html>Not here</html>", contentType: "text/html" }],
    ["no pictures", { kind: "empty-images" }],
    ["an empty picture", { kind: "blank-image" }],
  ])("says so once when it answers %s", async (_, fault) =>
    worlds.lend(async (world) => {
      const { prompt, interaction } = drawWith(world, fault);
      expect(await failureOf(world, interaction)).toContain("without a picture");
      expect(drawingsOf(world, prompt)).toHaveLength(1);
      await expectGood(world);
    }),
  );

  it("hands on its own words, and draws once, when its memory ends", async () =>
    worlds.lend(async (world) => {
      const { prompt, interaction } = drawWith(world, { kind: "out-of-memory" });
      expect(await failureOf(world, interaction)).toMatch(
        /not enough memory for this.*CUDA out of memory/is,
      );
      expect(drawingsOf(world, prompt)).toHaveLength(1);
      await expectGood(world);
    }));

  it.each([
    [
      "422",
      422,
      {
        detail: [
          { loc: ["body", "x"], msg: "no file /srv/sd/models/secret.ckpt", type: "value_error" },
        ],
      },
      "no file",
    ],
    [
      "500",
      500,
      {
        error: "ValueError",
        detail: "",
        errors: "cannot open /srv/sd/models/secret.ckpt",
        body: "",
      },
      "cannot open",
    ],
    [
      "500 on Windows",
      500,
      {
        error: "ValueError",
        detail: "",
        errors: String.raw`cannot open C:\sd\models\secret.ckpt`,
        body: "",
      },
      "cannot open",
    ],
  ])("hands on its own words without paths when it answers %s", async (_, status, body, words) =>
    worlds.lend(async (world) => {
      const { interaction } = drawWith(world, { kind: "error", status, body });
      const said = await failureOf(world, interaction);
      expect(said).toContain(words);
      expect(said).not.toMatch(/srv|models|C:|\\sd/);
      await expectGood(world);
    }),
  );

  it("gives up after three tries, in a clear word, what it breaks every time", async () =>
    worlds.lend(async (world) => {
      const prompt = unique();
      world.webui.faults.always({ kind: "drop" });
      const interaction = world.draw({ prompt, ...small });
      expect(await failureOf(world, interaction)).toContain("broke off while drawing");
      world.webui.faults.always(undefined);
      expect(drawingsOf(world, prompt)).toHaveLength(3);
      await expectGood(world);
    }));

  it("gives up what hangs, leaves the webui alone until it answers, and then draws on", async () =>
    worlds.lend(async (world) => {
      const { interaction } = drawWith(world, { kind: "hang" });
      // Of two that ask in the same moment either may be the first.
      await world.answer(interaction);
      const later = world.draw({ prompt: "later", ...small });
      expect(await failureOf(world, interaction)).toContain("did not finish in time");
      await delay(1_500);
      expect(drawingsOf(world, "later")).toEqual([]);
      world.webui.faults.release();
      await picturesOf(world, later);
    }));

  it("says to all who wait that it is gone, and draws everything once when it is back", async () =>
    worlds.lend(async (world) => {
      const prompts = [unique(), unique(), unique()];
      const jobs = prompts.map((prompt) => world.draw({ prompt, ...small, steps: 60 }));
      await world.discord.waitFor(() => drawingsOf(world, prompts[0] ?? "")[0]?.startedAt);
      await world.webui.down();
      for (const job of jobs) {
        await world.discord.waitFor(() => {
          const message = job.responseMessage;
          return message && world.discord.textOf(message).includes("No webui can be reached");
        }, 10_000);
      }
      await world.webui.up();
      for (const job of jobs) await picturesOf(world, job);
      for (const prompt of prompts) {
        expect(seedsOf(world, prompt).size).toBe(1);
        const whole = drawingsOf(world, prompt).filter(({ state }) => state === "answered");
        expect(whole).toHaveLength(1);
      }
    }));
});

describe("a webui that is down at the start", () => {
  it("takes the job, says that none can be reached, and draws it when one comes", async () => {
    const world = await startWorld({ env, started: false, webuis: [paces] });
    try {
      await world.webui.down();
      await world.start({ webuiUp: false });
      const interaction = world.draw({ prompt: unique(), ...small });
      const waiting = await world.answer(interaction);
      expect(world.discord.textOf(waiting)).toContain("Queued");
      expect(world.discord.textOf(waiting)).toContain("No webui can be reached");
      await world.webui.up();
      await picturesOf(world, interaction);
    } finally {
      await world.close();
    }
  });
});

describe("two webuis", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ env, webuis: [paces, paces] });
  });
  afterAll(async () => world.close());

  it("gives the job that one drops to the other, with the same seed", async () => {
    const prompt = unique();
    const timesUp = () => world.easel.output().split('"webui is up"').length - 1;
    await world.discord.waitFor(() => timesUp() >= 2, 15_000);
    // Whichever takes it first drops it, and so does the one that takes it then.
    for (const { faults } of world.webuis) faults.next({ kind: "drop" });
    await picturesOf(world, world.draw({ prompt, ...small }));
    const tried = world.webuis.map(({ drawings }) =>
      drawings.some(({ body }) => body["prompt"] === prompt),
    );
    expect(tried).toEqual([true, true]);
    expect(seedsOf(world, prompt).size).toBe(1);
    // Both rested, and both come back.
    await world.discord.waitFor(() => timesUp() >= 4, 15_000);
  });

  it("gives the job of one that hangs to the other", async () => {
    const prompt = unique();
    for (const { faults } of world.webuis) faults.always({ kind: "hang" });
    const interaction = world.draw({ prompt, ...small });
    const first = await world.discord.waitFor(() =>
      world.webuis.find(({ drawings }) => drawings.some(({ body }) => body["prompt"] === prompt)),
    );
    const other = world.webuis.find((each) => each !== first);
    other?.faults.always(undefined);
    await picturesOf(world, interaction);
    expect(other?.drawings.some(({ body }) => body["prompt"] === prompt)).toBe(true);
    expect(seedsOf(world, prompt).size).toBe(1);
    first?.faults.always(undefined);
    first?.faults.release();
  });

  it("goes on with one when the other goes away, and says nothing of it", async () => {
    await world.webuis[0]?.down();
    const jobs = [1, 2, 3].map(() => world.draw({ prompt: unique(), ...small }));
    for (const job of jobs) {
      expect(world.discord.textOf(await world.answer(job))).not.toContain("No webui");
      await picturesOf(world, job);
    }
    await world.webuis[0]?.up();
  });
});

describe("two workers with a webui each", () => {
  it("goes on with one when the other's goes away, and tells those who wait only once both are gone", async () => {
    const folder = await mkdtemp(join(tmpdir(), "easel-faults-"));
    const redis = await createOwnRedis(folder);
    await redis.start();
    const world = await startWorld({ webuis: [paces], env: { ...env, REDIS_URL: redis.url } });
    const other = await startWebui(paces);
    const worker = startEasel({ ...world.settings, WEBUI_URLS: other.url }, ["worker"]);
    const logs = () => `${world.easel.output()}${worker.output()}`;
    const timesDown = () => logs().split('"webui is down"').length - 1;
    try {
      await world.discord.waitFor(() => worker.output().includes('"webui is up"'), 15_000);
      const jobs = [1, 2, 3].map(() => world.draw({ prompt: unique(), ...small, steps: 150 }));
      const saysGone = (job: Interaction | undefined) =>
        job?.responseMessage && world.discord.textOf(job.responseMessage).includes("No webui");
      for (const job of jobs) await world.answer(job);
      await other.down();
      await world.discord.waitFor(() => timesDown() === 1, 5_000);
      await delay(300);
      expect(jobs.filter(saysGone)).toEqual([]);
      await world.webui.down();
      await world.discord.waitFor(() => jobs.some(saysGone), 5_000);
      await Promise.all([world.webui.up(), other.up()]);
      for (const job of jobs) await picturesOf(world, job, 20_000);
    } finally {
      await worker.stop();
      await other.close();
      await world.close();
      await redis.end("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    }
  });
});
