import type { Redis } from "ioredis";
import type { Message, StandInDiscord } from "../../../../src/demo/discord/start.ts";
import { sum } from "../../../../src/generation/tally.ts";
import { pseudonym } from "../../../../src/store/pseudonym.ts";
import { createRecords } from "../../../../src/store/records.ts";
import { createStats } from "../../../../src/store/stats.ts";
import { type Ask, finalsOf } from "../../books.ts";
import type { Excuses } from "../excuses.ts";
import type { Drawn } from "./drawings.ts";

/** What measuring and storing may add to a drawing, on a machine that is busy. Seconds. */
const slackSeconds = 3;

type Books = {
  discord: StandInDiscord;
  redis: Redis;
  asks: readonly Ask[];
  messages: readonly Message[];
};

const picturesOf = ({ discord, messages }: Books, ask: Ask) =>
  finalsOf(discord, ask, messages).filter(({ attachments }) => attachments.length > 0);

/** What is posted is counted, and once. */
export async function checkCounts(books: Books): Promise<string[]> {
  const stats = createStats(books.redis);
  const problems: string[] = [];
  for (const [guildId, asks] of byGuild(books.asks)) {
    const posted = asks.flatMap((ask) => picturesOf(books, ask));
    const pictures = sum(posted.map((each) => each.attachments.length));
    const counted = await stats.ever({ of: "server", id: guildId });
    if (counted.jobs === posted.length && counted.pictures === pictures) continue;
    problems.push(
      `counted ${counted.jobs} jobs with ${counted.pictures} pictures, posted ${posted.length} with ${pictures}`,
    );
  }
  return problems;
}

/** GPU seconds are charged once to each job that was drawn, to no other, and within what the webuis really worked. */
export async function checkCharges(
  books: Books,
  drawn: readonly Drawn[],
  { pauses }: Excuses,
): Promise<string[]> {
  const { redis, asks } = books;
  const records = createRecords(redis);
  const problems: string[] = [];
  const charged = new Map<Ask, number>();
  for (const ask of asks) {
    const { id } = ask.interaction;
    const noted = (await records.notes(id))["charged"];
    const isPosted = picturesOf(books, ask).length > 0;
    if (noted !== undefined) charged.set(ask, Number(noted));
    if (isPosted && noted === undefined) problems.push(`${id}: posted, and not charged`);
    const { acceptedAt, cancelledAt } = ask;
    // What a webui had drawn by then counts.
    if (!isPosted && acceptedAt !== undefined && cancelledAt === undefined && noted !== undefined)
      problems.push(`${id}: failed, and charged ${noted} s`);
    const own = drawn.filter((each) => each.ask === ask);
    const worked = sum(own.map(secondsOf));
    const most = worked + slackSeconds * Math.max(1, own.length) + pauses;
    // What a webui does beside drawing (an enlargement) the stand-in does not tell.
    if (ask.prompt !== "" && Number(noted ?? 0) > most)
      problems.push(`${id}: charged ${noted} s, drawn ${worked.toFixed(3)} s`);
  }
  return [...problems, ...(await checkTotals(redis, charged))];
}

const secondsOf = ({ drawing: { receivedAt, answeredAt } }: Drawn) =>
  answeredAt === undefined ? 0 : (answeredAt - receivedAt) / 1_000;

/** What stands in the account of each member is the sum of what their jobs were charged. */
async function checkTotals(redis: Redis, charged: ReadonlyMap<Ask, number>): Promise<string[]> {
  const sums = new Map<string, number>();
  for (const [{ interaction }, seconds] of charged) {
    const owner = `${pseudonym(interaction.user.id)}:${interaction.channel.guildId ?? "dm"}`;
    sums.set(owner, (sums.get(owner) ?? 0) + seconds);
  }
  const problems: string[] = [];
  for (const [owner, seconds] of sums) {
    const days = await redis.keys(`{easel}:gpu:${owner}:*`);
    const kept = sum(await Promise.all(days.map(async (key) => Number(await redis.get(key)))));
    if (Math.abs(kept - seconds) > 0.01)
      problems.push(`an account holds ${kept} s, its jobs were charged ${seconds.toFixed(3)} s`);
  }
  return problems;
}

/** Nobody keeps a place for a job that has ended. */
export async function checkSlots(redis: Redis, asks: readonly Ask[]): Promise<string[]> {
  const accepted = new Set(
    asks.flatMap(({ interaction, acceptedAt }) => (acceptedAt === undefined ? [] : interaction.id)),
  );
  const keys = await redis.keys("{easel}:places:*");
  const held = (await Promise.all(keys.map((key) => redis.hkeys(key)))).flat();
  return held.filter((id) => accepted.has(id)).map((id) => `${id}: ended, and keeps its place`);
}

function byGuild(asks: readonly Ask[]): Map<string, Ask[]> {
  const found = new Map<string, Ask[]>();
  for (const ask of asks) {
    const { guildId } = ask.interaction.channel;
    if (guildId !== undefined) found.set(guildId, [...(found.get(guildId) ?? []), ask]);
  }
  return found;
}
