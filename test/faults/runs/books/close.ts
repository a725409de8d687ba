import { setTimeout as delay } from "node:timers/promises";
import type { Redis } from "ioredis";
import { checkPosts, finalsOf } from "../../books.ts";
import { leftovers } from "../../leftovers.ts";
import { type Excuses, isExplained } from "../excuses.ts";
import type { Installation } from "../installation.ts";
import { type Chronicle, timelineOf } from "../story.ts";
import { checkCharges, checkCounts, checkSlots } from "./counters.ts";
import { checkAgain, checkOwners, readDrawn } from "./drawings.ts";
import { checkPlaces } from "./places.ts";

/** Milliseconds. */
const lookMs = 500;
const mostLooks = 10;

/** What came of a run, and all that is wrong with it. `since`: so many drawings each webui had before. */
export async function closeBooks(
  { discord, webuis, redis }: Installation,
  chronicle: Chronicle,
  excuses: Excuses,
  since: readonly number[],
  isThorough = true,
) {
  const { asks, events } = chronicle;
  const messages = chronicle.messages();
  const drawn = await readDrawn(webuis, since, asks, redis);
  const again = checkAgain(drawn, excuses);
  const lenient = {
    explains: (words: string) => isExplained(words, excuses),
    deadTokens: excuses.deadTokens,
  };
  const books = { discord, redis, asks, messages };
  const accepted = asks.filter(({ acceptedAt }) => acceptedAt !== undefined);
  const finals = accepted.map((each) => finalsOf(discord, each, messages));
  const secrets = [discord.token, ...asks.map(({ interaction }) => interaction.token)];
  return {
    asked: asks.length,
    accepted: accepted.length,
    postedOnce: finals.filter(({ length }) => length === 1).length,
    cancelled: asks.filter(({ cancelledAt }) => cancelledAt !== undefined).length,
    failed: finals.filter(([first]) => first && discord.textOf(first).includes("❗")).length,
    lost: finals.filter(({ length }) => length === 0).length,
    drawnTwice: again.twice,
    excused: again.excused,
    problems: [
      ...asks.flatMap((each) => checkPosts(discord, each, messages, lenient)),
      ...checkPlaces(discord, asks, messages, excuses),
      ...again.problems,
      ...checkOwners(drawn),
      ...(await checkCounts(books)),
      ...(await checkCharges(books, drawn, excuses)),
      ...(await checkSlots(redis, asks)),
      ...(isThorough ? await lastingLeftovers(redis, secrets) : []),
    ],
    timeline: timelineOf(events, drawn),
  };
}

/** What is just about to go does not count. */
async function lastingLeftovers(redis: Redis, secrets: readonly string[]): Promise<string[]> {
  for (let looks = 1; ; looks += 1) {
    const left = await leftovers(redis, secrets);
    if (left.length === 0 || looks === mostLooks) return left;
    await delay(lookMs);
  }
}
