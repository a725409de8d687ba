import type { Redis } from "ioredis";
import type { Message, StandInDiscord } from "../../src/demo/discord/start.ts";
import type { Drawing } from "../../src/demo/webui/start.ts";
import { sum } from "../../src/generation/tally.ts";
import { createStats } from "../../src/store/stats.ts";
import type { Victim } from "./setups.ts";
import type { Ask } from "./story.ts";

/** Everything that stands anywhere, private and direct messages included. */
export function everyMessage(discord: StandInDiscord, asks: readonly Ask[]): Message[] {
  const places = asks.flatMap(({ interaction: { channel, user } }) => [channel, discord.dm(user)]);
  return [...new Set(places)].flatMap((channel) => discord.messages(channel));
}

/** The job a message belongs to, by whatever tells. */
export function jobOf(discord: StandInDiscord, message: Message): string | undefined {
  const ids = [
    ...discord.buttonsOf(message).map(({ customId }) => customId.split(":")[1]),
    ...message.attachments.map(({ filename }) => /^easel-(\d+)-/.exec(filename)?.[1]),
    String(message.nonce ?? "").split("-")[0],
    message.interactionId,
  ];
  return ids.find((id) => id !== undefined && id !== "");
}

/** The messages that end a job: its pictures, or one word that it failed. */
export function finalsOf(
  discord: StandInDiscord,
  ask: Ask,
  messages: readonly Message[],
): Message[] {
  return messages.filter(
    (message) =>
      jobOf(discord, message) === ask.interaction.id &&
      (message.attachments.length > 0 ||
        discord.textOf(message).includes("❗") ||
        discord.buttonsOf(message).some(({ emoji }) => emoji === "🎲")),
  );
}

/** What is wrong with the messages of one job. */
export function checkPosts(
  discord: StandInDiscord,
  ask: Ask,
  messages: readonly Message[],
): string[] {
  const { id } = ask.interaction;
  const finals = finalsOf(discord, ask, messages);
  const own = messages.filter((message) => jobOf(discord, message) === id);
  const waiting = own.filter((message) => !finals.includes(message) && !message.thinking);
  const problems: string[] = [];
  if (ask.acceptedAt === undefined) {
    if (finals.length > 1) problems.push(`${id}: not accepted, and posted ${finals.length} times`);
    if (ask.refusedAt !== undefined && finals.length > 0)
      problems.push(`${id}: refused, and posted`);
    return problems;
  }
  if (ask.refusedAt !== undefined) problems.push(`${id}: accepted, and refused`);
  if (finals.length === 0) problems.push(`${id}: lost`);
  if (finals.length > 1) problems.push(`${id}: posted ${finals.length} times`);
  if (finals.length > 0 && waiting.length > 0) {
    problems.push(`${id}: left over: ${waiting.map((each) => discord.textOf(each)).join(" | ")}`);
  }
  for (const final of finals) {
    const failed = discord.textOf(final).includes("❗");
    if (failed) problems.push(`${id}: failed: ${discord.textOf(final)}`);
    else if (final.attachments.length !== ask.count) {
      problems.push(`${id}: ${final.attachments.length} of ${ask.count} pictures`);
    } else if (final.attachments.some(({ bytes }) => bytes.length === 0)) {
      problems.push(`${id}: an empty picture`);
    }
  }
  return problems;
}

/** What is posted is counted, and once. */
export async function checkCounts(
  discord: StandInDiscord,
  redis: Redis,
  asks: readonly Ask[],
  messages: readonly Message[],
): Promise<string[]> {
  const [guildId] = asks.flatMap(({ interaction }) => interaction.channel.guildId ?? []);
  if (guildId === undefined) return [];
  const posted = asks
    .flatMap((ask) => finalsOf(discord, ask, messages))
    .filter(({ attachments }) => attachments.length > 0);
  const expected = {
    jobs: posted.length,
    pictures: sum(posted.map((each) => each.attachments.length)),
  };
  const { jobs, pictures } = await createStats(redis).ever({ of: "server", id: guildId });
  if (jobs === expected.jobs && pictures === expected.pictures) return [];
  return [
    `counted ${jobs} jobs with ${pictures} pictures, posted ${expected.jobs} with ${expected.pictures}`,
  ];
}

const pictureOf = ({ body }: Drawing) => `${String(body["prompt"])} / ${String(body["seed"])}`;

/** What dies with the receiver itself: an answer whose last bytes it has not stored yet. Milliseconds. */
const unstoredMs = 50;

/** What was drawn again although a webui had answered it: all of it counts, `excused` is what nobody could have kept. */
type Again = { twice: number; excused: number; problems: string[] };

export function checkDrawings(
  drawings: readonly Drawing[],
  { victim, killedAt }: { victim: Victim; killedAt: number },
): Again {
  const found: Again = { twice: 0, excused: 0, problems: [] };
  for (const [index, drawing] of drawings.entries()) {
    const before = drawings
      .slice(0, index)
      .find((each) => each.state === "answered" && pictureOf(each) === pictureOf(drawing));
    if (before?.answeredAt === undefined) continue;
    found.twice += 1;
    const spared = killedAt - before.answeredAt;
    if (victim === "receiver" && spared < unstoredMs && drawing.receivedAt > killedAt) {
      found.excused += 1;
    } else {
      const when = `answered ${spared} ms before the kill`;
      found.problems.push(`${pictureOf(drawing)}: drawn again, ${when}`);
    }
  }
  return found;
}

/** The seeds of a job: a retry draws the same pictures. */
export function checkSeeds(drawings: readonly Drawing[], asks: readonly Ask[]): string[] {
  return asks.flatMap(({ prompt, count }) => {
    const bodies = drawings.map(({ body }) => body).filter((body) => body["prompt"] === prompt);
    const seeds = bodies.map((body) => Number(body["seed"]));
    const spread = seeds.length === 0 ? 0 : Math.max(...seeds) - Math.min(...seeds);
    return spread < count ? [] : [`${prompt}: drawn with seeds ${[...new Set(seeds)].join(", ")}`];
  });
}
