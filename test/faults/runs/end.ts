import { setTimeout as delay } from "node:timers/promises";
import { type Ask, finalsOf } from "../books.ts";
import { unfinished } from "../leftovers.ts";
import type { Installation } from "./installation.ts";
import type { Chronicle } from "./story.ts";
import { isBusy } from "./webuis.ts";

/** Within this after the last blow every accepted job must have ended. Milliseconds. */
const endMs = 60_000;
/** Then nothing more may come for this long. Milliseconds. */
const quietMs = 700;

/** Waits until nothing is left to do, and then for quiet; says what did not end. */
export async function untilEnded(
  installation: Installation,
  { asks, messages, lastAt }: Chronicle,
  isStruck: () => boolean,
  since: readonly number[],
): Promise<string[]> {
  const { discord, webuis, redis } = installation;
  const isOpen = (each: Ask) =>
    each.acceptedAt !== undefined && finalsOf(discord, each, messages([each])).length === 0;
  let deadline = Date.now() + endMs;
  for (;;) {
    if (isStruck()) deadline = Date.now() + endMs;
    const waits = {
      "a blow": isStruck(),
      "a webui": webuis.some((webui, index) => isBusy(webui, since[index] ?? 0)),
      "a program": !installation.isUp(),
      "an ask": asks.some(isOpen),
      // One that is answered late, by a bot that was away, is taken as well.
      "an answer": asks.some(isUnanswered),
    };
    const isWaiting = Object.values(waits).includes(true);
    if (!isWaiting && Date.now() - lastAt() > quietMs) {
      const jobs = await unfinished(redis);
      if (jobs.length === 0) return [];
    }
    if (Date.now() > deadline) {
      const what = Object.entries(waits).flatMap(([name, waited]) => (waited ? [name] : []));
      return [...what, ...(await unfinished(redis))].map((each) => `not ended: ${each}`);
    }
    await delay(50);
  }
}

/** The stand-in says itself when Discord would let it fail, after 3 s. */
const isUnanswered = ({ interaction, acceptedAt, refusedAt }: Ask) =>
  acceptedAt === undefined &&
  refusedAt === undefined &&
  interaction.answeredAfterMs === undefined &&
  interaction.failedReason === undefined;
