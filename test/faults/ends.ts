import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import type { Interaction, Message } from "../../src/demo/discord/start.ts";
import type { World } from "../harness/world.ts";
import { checkPosts, everyMessage, finalsOf } from "./books.ts";

/** A doubled post would come at once; what comes for sure is waited for elsewhere. Milliseconds. */
const quietMs = 150;
const tidyMs = 3_000;

/** Waits for the one message that ends a job, wherever it is posted, and makes sure that it stays the only one. */
export async function endOf(
  { discord }: Pick<World, "discord">,
  interaction: Interaction,
  timeoutMs = 15_000,
): Promise<Message> {
  const asked = { interaction, prompt: "", count: 0 };
  const finals = () => finalsOf(discord, asked, everyMessage(discord, [asked]));
  const final = await discord.waitFor(() => finals()[0], timeoutMs);
  const wrong = () => {
    const accepted = { ...asked, count: final.attachments.length, acceptedAt: 1 };
    const problems = checkPosts(discord, accepted, everyMessage(discord, [asked]));
    return problems.filter((problem) => !problem.includes(": failed: "));
  };
  // A result that is a new message stands there before the waiting one is removed.
  await discord.waitFor(() => wrong().length === 0, tidyMs).catch(() => undefined);
  await delay(quietMs);
  expect(wrong()).toEqual([]);
  return finals()[0] ?? final;
}

/** The pictures of a job, and where they stand. */
export async function picturesOf(
  world: Pick<World, "discord">,
  interaction: Interaction,
  timeoutMs?: number,
): Promise<Message> {
  const final = await endOf(world, interaction, timeoutMs);
  expect(world.discord.textOf(final)).not.toContain("❗");
  expect(final.attachments.length).toBeGreaterThan(0);
  return final;
}

/** The one word that a job failed. */
export async function failureOf(
  world: Pick<World, "discord">,
  interaction: Interaction,
  timeoutMs?: number,
): Promise<string> {
  const final = await endOf(world, interaction, timeoutMs);
  expect(final.attachments).toEqual([]);
  return world.discord.textOf(final);
}
