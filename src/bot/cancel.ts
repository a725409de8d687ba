import { setTimeout as delay } from "node:timers/promises";
import { textMessage } from "../discord/message.ts";
import { plain } from "../discord/markdown.ts";
import { replaceWaiting } from "../discord/waiting.ts";
import { UserError } from "../errors.ts";
import type { GenerateJob } from "../jobs.ts";
import { textFor } from "../text/text.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";

/** One edit takes less, or is not waited for. Milliseconds. */
const editMs = 1_000;

/**
 * Ends a job that waits or is being drawn. Afterwards nobody else changes its message.
 * @throws {UserError} when it is drawn already.
 */
export async function cancel(id: string, context: Context): Promise<void> {
  const { records, producer, line, signals, edits } = context;
  const ending = await orAway(() => records.end(id, "cancelled"));
  if (ending !== "cancelled") throw new UserError((text) => text.refused.alreadyDrawn);
  await orAway(async () => {
    await producer.remove("generate", id);
    await line.leave(id);
    await signals.cancel(id);
  });
  // Who is just saying how far it is must not speak last.
  await Promise.race([edits.untilFree(id), delay(editMs, undefined, { ref: false })]);
}

/** Cancels a job from elsewhere than its own message, which then says by whom. */
export async function cancelAfar(
  { id, reply }: GenerateJob,
  by: string,
  context: Context,
): Promise<void> {
  await cancel(id, context);
  const notes = await orAway(() => context.records.notes(id));
  const said = textMessage([textFor(reply.locale).waiting.cancelled(plain(by))]);
  try {
    await replaceWaiting(context.rest, reply, notes["waiting"], said);
  } catch (error) {
    context.log.debug({ job: id, err: error }, "a cancelled job's message could not be changed");
  }
}
