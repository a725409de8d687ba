import { setTimeout as delay } from "node:timers/promises";
import type { Interaction, Message } from "../../src/demo/discord/start.ts";
import { startWorld, type World } from "../harness/world.ts";
import { type Chance, createChance } from "./chance.ts";

/** What one round of cancelling came to; `problems` is empty when the books are right. */
export type Cancels = {
  jobs: number;
  cancelled: number;
  interrupts: number;
  foreign: number;
  crashes: number;
  problems: string[];
};

/** A step of a picture of 64 x 64 takes 10 ms. */
const secondsPerStep = 0.64;
const small = { width: 64, height: 64 };
const foreignPrompt = "somebody else's";
/** Within this every job must have ended. Milliseconds. */
const endMs = 40_000;

type Job = { interaction: Interaction; prompt: string; pressed: boolean };

/**
 * Rounds in which members draw, think better of it at any moment, others use the webui as well, and now and then the
 * webui or Easel breaks down.
 */
export async function runCancels(seed: number, rounds: number): Promise<Cancels> {
  const chance = createChance(seed);
  const pressedPrompts = new Set<string>();
  const books: Cancels = {
    jobs: 0,
    cancelled: 0,
    interrupts: 0,
    foreign: 0,
    crashes: 0,
    problems: [],
  };
  const world = await startWorld({
    webuis: [
      {
        secondsPerStep,
        secondsToLoadModel: 0.01,
        onExchange({ path }) {
          if (!path.endsWith("/interrupt")) return;
          books.interrupts += 1;
          const runs = world.webui.drawings.find(({ state }) => state === "drawing");
          const prompt = String(runs?.body["prompt"]);
          if (runs !== undefined && !pressedPrompts.has(prompt)) {
            books.problems.push(`seed ${seed}: interrupted "${prompt}"`);
          }
        },
      },
    ],
  });
  try {
    for (let round = 0; round < rounds; round += 1) {
      await playRound(world, chance, `${seed}/${round}`, pressedPrompts, books);
    }
  } finally {
    await world.close();
  }
  return books;
}

async function playRound(
  world: World,
  chance: Chance,
  name: string,
  pressedPrompts: Set<string>,
  books: Cancels,
): Promise<void> {
  const isCalm = !chance.maybe(0.04);
  const jobs: Job[] = [];
  const others = Array.from({ length: chance.between(0, 2) }, () => ({
    at: chance.between(0, 500),
    steps: chance.between(5, 40),
  })).map(async ({ at, steps }) => {
    await delay(at);
    return drawElsewhere(world, steps);
  });
  const plans = Array.from({ length: chance.between(1, 3) }, () => planJob(chance));
  const doings = plans.map(async ({ at, length, cancelAt }, number) => {
    await delay(at);
    const prompt = `${name}/${number}`;
    const interaction = world.draw({ prompt, ...small, ...length });
    const job: Job = { interaction, prompt, pressed: false };
    jobs.push(job);
    if (cancelAt === undefined) return;
    await delay(cancelAt);
    pressedPrompts.add(prompt);
    job.pressed = press(world, job);
  });
  const crash = isCalm ? undefined : crashSomething(world, chance, books);
  await Promise.all(doings);
  await crash;
  await untilEnded(world, jobs, name, books);
  const ends = await Promise.all(others);
  books.foreign += ends.length;
  // A webui that broke down took its guests' drawings with it.
  if (isCalm && ends.includes(false)) books.problems.push(`${name}: somebody else's was cut short`);
  closeBooks(world, jobs, name, books);
  const hit = world.webui.drawings.filter(
    ({ body, state }) => body["prompt"] === foreignPrompt && state === "interrupted",
  );
  if (hit.length > 0) books.problems.push(`${name}: somebody else's was interrupted`);
}

/** Whose drawing a webui tells about is certain after some seconds only: some last that long. Milliseconds. */
function planJob(chance: Chance) {
  const isLong = chance.maybe(0.15);
  const short = { steps: chance.between(5, 90), count: chance.pick([1, 1, 2]) };
  const cancelAt = chance.between(0, isLong ? 4_500 : 900);
  return {
    at: chance.between(0, 300),
    length: isLong ? { steps: 120, count: 4 } : short,
    cancelAt: chance.maybe(0.65) ? cancelAt : undefined,
  };
}

/** False where no picture came. */
async function drawElsewhere({ webui }: World, steps: number): Promise<boolean> {
  try {
    const answer = await fetch(`${webui.url}/sdapi/v1/txt2img`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ prompt: foreignPrompt, ...small, steps, seed: 1 }),
    });
    const { images } = (await answer.json()) as { images?: string[] };
    return images?.length === 1;
  } catch {
    return false;
  }
}

function waitingOf({ interaction }: Job): Message | undefined {
  const { responseMessage: message } = interaction;
  return message === undefined || message.deleted ? undefined : message;
}

/** ❌ on the waiting message, if it still is one. */
function press(world: World, job: Job): boolean {
  const message = waitingOf(job);
  if (message === undefined || world.isResult(message)) return false;
  if (!world.discord.buttonsOf(message).some(({ emoji }) => emoji === "❌")) return false;
  world.discord.press({ user: world.member, message, emoji: "❌" });
  return true;
}

async function crashSomething(world: World, chance: Chance, books: Cancels): Promise<void> {
  await delay(chance.between(0, 800));
  books.crashes += 1;
  if (chance.maybe(0.5)) {
    await world.webui.down();
    await delay(300);
    await world.webui.up();
  } else {
    await world.easel.kill();
    world.discord.advance(6_000);
    await world.start({ webuiUp: false });
  }
}

/** A job has ended when its author has the pictures, or reads that it is cancelled or failed. */
function endOf(world: World, job: Job): "posted" | "cancelled" | "failed" | undefined {
  const all = world.discord.messages(world.channel);
  const id = job.interaction.id;
  const isPosted = (message: Message) =>
    world.discord.buttonsOf(message).some(({ customId }) => customId === `again:${id}`);
  if (all.some(isPosted)) return "posted";
  const message = waitingOf(job);
  const words = message === undefined ? "" : world.discord.textOf(message);
  if (words.includes("Cancelled")) return "cancelled";
  return words.includes("❗") ? "failed" : undefined;
}

async function untilEnded(world: World, jobs: Job[], name: string, books: Cancels): Promise<void> {
  const deadline = Date.now() + endMs;
  // What its author never saw taken (a crash) need not come to anything.
  const isTaken = (job: Job) => waitingOf(job)?.thinking === false;
  const open = () => jobs.filter((job) => isTaken(job) && endOf(world, job) === undefined);
  while (open().length > 0 && Date.now() < deadline) await delay(20);
  for (const { prompt } of open()) books.problems.push(`${name}: ${prompt} hangs`);
}

function closeBooks(world: World, jobs: Job[], name: string, books: Cancels): void {
  for (const job of jobs) {
    books.jobs += 1;
    const end = endOf(world, job);
    if (end === "cancelled") {
      books.cancelled += 1;
      if (!job.pressed) books.problems.push(`${name}: cancelled by nobody`);
      if ((waitingOf(job)?.attachments.length ?? 0) > 0)
        books.problems.push(`${name}: cancelled, with pictures`);
    }
    if (end === "failed") books.problems.push(`${name}: failed`);
  }
}
