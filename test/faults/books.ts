import type { Interaction, Message, StandInDiscord } from "../../src/demo/discord/start.ts";

/** Something that was asked for, and what its author read of it. Times in milliseconds since 1970. */
export type Ask = {
  interaction: Interaction;
  prompt: string;
  count: number;
  /** It was asked for privately. */
  hidden?: boolean;
  /** Its author saw "Queued": from then on it must not be lost. */
  acceptedAt?: number;
  /** Its pictures stood in the channel. */
  postedAt?: number;
  /** Its author pressed ❌. */
  cancelledAt?: number;
  /** Its author read that nothing came of it. */
  refusedAt?: number;
};

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

const isCancelled = (discord: StandInDiscord, { cancelledAt }: Ask, message: Message) =>
  cancelledAt !== undefined && discord.textOf(message).includes("Cancelled");

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
        isCancelled(discord, ask, message) ||
        discord.buttonsOf(message).some(({ emoji }) => emoji === "🎲")),
  );
}

/** What a run may explain of what would be wrong. */
type Leniency = {
  /** Of a failure's words. */
  explains?: (said: string) => boolean;
  /** The private word that it waits stays where its token ended early. */
  deadTokens?: ReadonlySet<string>;
};

/** What is wrong with the messages of one job. */
export function checkPosts(
  discord: StandInDiscord,
  ask: Ask,
  messages: readonly Message[],
  { explains = () => false, deadTokens = new Set() }: Leniency = {},
): string[] {
  const { id } = ask.interaction;
  const finals = finalsOf(discord, ask, messages);
  const own = messages.filter((message) => jobOf(discord, message) === id);
  const waiting = own.filter(
    (message) =>
      !finals.includes(message) &&
      !message.thinking &&
      !(message.ephemeralFor !== undefined && deadTokens.has(id)),
  );
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
    const said = discord.textOf(final);
    if (isCancelled(discord, ask, final)) {
      if (final.attachments.length > 0) problems.push(`${id}: cancelled, with pictures`);
    } else if (said.includes("❗")) {
      if (!explains(said)) problems.push(`${id}: failed: ${said}`);
    } else if (final.attachments.length !== ask.count) {
      problems.push(`${id}: ${final.attachments.length} of ${ask.count} pictures`);
    } else if (final.attachments.some(({ bytes }) => bytes.length === 0)) {
      problems.push(`${id}: an empty picture`);
    }
  }
  return problems;
}
