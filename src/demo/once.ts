import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Channel, Message, StandInDiscord, User } from "./discord/start.ts";
import { type Demo, until } from "./start.ts";
import { toTerminal } from "./terminal.ts";

/** Milliseconds until a picture is there. */
const limit = 30 * 60_000;

export interface Places {
  channel: Channel;
  member: User;
}

export function furnishForOne(discord: StandInDiscord): Places {
  const channel = discord.createChannel({ guild: discord.createGuild({ name: "Demo" }) });
  return { channel, member: discord.createUser({ name: "you" }) };
}

/** What is needed of a demo. */
type Stage = Pick<Demo<Places>, "discord" | "places"> & {
  easel: Pick<Demo<Places>["easel"], "printed" | "hasEnded">;
};

/** The folder in which its pictures go, and how that is said; the signal's abort ends it without any. */
type Keeping = { out: string; saved: (file: string) => string; signal: AbortSignal };

/** Whether all messages of a result are there: the first of them may come long before the others. */
const isPosted = (printed: string, id: string) =>
  printed.split("\n").some((line) => line.includes(`"job":"${id}"`) && line.includes('"posted"'));

/** One `/draw`, printed as the member sees it; the pictures go to `out`. True when there are some. */
export async function drawOnce(
  { discord, easel, places: { channel, member } }: Stage,
  prompt: string,
  { out, saved, signal }: Keeping,
): Promise<boolean> {
  const interaction = discord.command({ user: member, channel, name: "draw", options: { prompt } });
  // Messages of an interaction come after it: their ids are larger.
  const pages = () => discord.messages(channel).filter((message) => message.id >= interaction.id);
  let shown = "";
  // Neither waits nor is a result.
  const isRefusal = (message: Message) =>
    discord.textOf(message) !== "" &&
    discord.buttonsOf(message).every(({ emoji }) => emoji !== "❌") &&
    message.attachments.length === 0;
  await until(() => {
    const text = pages()
      .map((message) => toTerminal(discord, message))
      .join("\n\n");
    if (text !== "" && text !== shown) {
      console.log(`${shown === "" ? "" : "\n"}${text}`);
      shown = text;
    }
    const isOver = signal.aborted || easel.hasEnded();
    return isOver || isPosted(easel.printed(), interaction.id) || pages().some(isRefusal);
  }, limit);
  if (signal.aborted) return false;
  const pictures = pages().flatMap(({ attachments }) => attachments);
  for (const { filename, bytes } of pictures) {
    await writeFile(join(out, filename), bytes);
    console.log(saved(join(out, filename)));
  }
  return pictures.length > 0;
}
