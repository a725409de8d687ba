import { setTimeout as delay } from "node:timers/promises";
import { textMessage } from "../discord/message.ts";
import { plain } from "../discord/markdown.ts";
import { replaceWaiting } from "../discord/waiting.ts";
import { UserError } from "../errors.ts";
import type { GenerateJob } from "../jobs.ts";
import { textFor } from "../text/text.ts";
import { orAway } from "./away.ts";
import type { Asker } from "./asker.ts";
import type { Context } from "./command.ts";

/** Who cancels a job: the name is told to its author, the id to the host. */
type By = Pick<Asker, "userId" | "userName">;

/** One edit takes less, or is not waited for. Milliseconds. */
const editMs = 1_000;

/**
 * Ends a job that waits or is being drawn, and has its message say so with `say`; afterwards nobody else changes that.
 * Only then does the job leave the queue: whoever is killed in between leaves it to a worker, which says it as well.
 * @throws {UserError} when it is drawn already.
 */
export async function cancel(
  id: string,
  by: By,
  say: () => Promise<unknown>,
  context: Context,
): Promise<void> {
  const { records, signals, edits, measures, log } = context;
  await orAway(() => records.note(id, "cancelledBy", by.userName));
  const { ending, isFirst } = await orAway(() => records.end(id, "cancelled"));
  if (ending !== "cancelled") throw new UserError((text) => text.refused.alreadyDrawn);
  // Whoever cancels it once more goes on all the same: the first may have been killed in between.
  if (isFirst) {
    measures.jobEnded("cancelled");
    log.info({ job: id, by: by.userId }, "job cancelled");
  }
  await orAway(() => signals.cancel(id));
  // Who is just saying how far it is must not speak last.
  await Promise.race([edits.untilFree(id), delay(editMs, undefined, { ref: false })]);
  await say();
  await orAway(() => takeOut(id, context));
}

/** Out of the queue, by whomever, and what an earlier try left along with it: a worker that is at it does that itself. */
export async function takeOut(
  id: string,
  { producer, answers, line }: Pick<Context, "producer" | "answers" | "line">,
): Promise<void> {
  // First, as nobody else does it for a job that is in the queue no more; one that still is leaves the line once more.
  await line.leave(id);
  await producer.remove("generate", id);
  if ((await producer.read("generate", [id])).length === 0) await answers.remove(id);
}

/** Cancels a job from elsewhere than its own message, which then says by whom. */
export async function cancelAfar(
  { id, reply }: GenerateJob,
  by: By,
  context: Context,
): Promise<void> {
  const say = async () => {
    const notes = await orAway(() => context.records.notes(id));
    const said = textMessage([textFor(reply.locale).waiting.cancelled(plain(by.userName))]);
    try {
      await replaceWaiting(context.rest, reply, notes["waiting"], said);
    } catch (error) {
      context.log.debug({ job: id, err: error }, "a cancelled job's message could not be changed");
    }
  };
  await cancel(id, by, say, context);
}
