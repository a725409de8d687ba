import { textMessage } from "../discord/message.ts";
import { replaceWaiting } from "../discord/waiting.ts";
import type { DeliverJob } from "../jobs.ts";
import { textFor } from "../text/text.ts";
import type { WorkerContext } from "./context.ts";

/** It may come too late for that: then the result, or that there is none, is all there is to say. */
export async function tellAuthor(
  { id, reply }: DeliverJob,
  what: "waits" | "waitsForCheck",
  notes: Record<string, string>,
  { rest, edits, log }: WorkerContext,
): Promise<void> {
  const said = textMessage([`⏳ ${textFor(reply.locale).moderation.review[what]}`]);
  try {
    await edits.untilFree(id);
    await replaceWaiting(rest, reply, notes["waiting"], said);
  } catch (error) {
    log.debug({ job: id, err: error }, "a held result's message could not be changed");
  }
}
