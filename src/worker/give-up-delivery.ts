import { failureMessage } from "../discord/failure.ts";
import { postResult, TooEarlyError, UndeliverableError } from "../discord/reply.ts";
import { isDiscords } from "../discord/refusals.ts";
import { ClassifierError, explain } from "../errors.ts";
import type { DeliverJob } from "../jobs.ts";
import type { Verdict } from "../queue/worker.ts";
import { textFor } from "../text/text.ts";
import type { WorkerContext } from "./context.ts";
import { HeldError } from "./endings.ts";
import { notesOf } from "./notes.ts";
import { noteTrouble } from "./trouble.ts";

/** Discord being away for hours loses nothing; a no of its own that comes again and again is final. */
const maxRefusals = 3;

export function judgeDelivery(error: unknown, tries: number): Verdict {
  if (error instanceof TooEarlyError) return "later";
  if (error instanceof HeldError) return "aside";
  if (error instanceof ClassifierError) return "retry";
  if (error instanceof UndeliverableError) return "give up";
  const refused = isDiscords(error) && error.status < 500 && error.status !== 429;
  const ours =
    !(error instanceof Error) || error instanceof TypeError || error.name === "BackendError";
  return (refused || ours) && tries >= maxRefusals ? "give up" : "retry";
}

/** The pictures cannot be posted as they are: at least the member hears that they cannot. */
export async function giveUpDelivery(
  job: DeliverJob,
  error: unknown,
  context: WorkerContext,
): Promise<void> {
  const { id, reply } = job;
  const { rest, records, answers, held, line, measures, log } = context;
  log.error({ job: id, err: error }, "delivery failed");
  await noteTrouble(id, error, context);
  if (!(error instanceof UndeliverableError)) {
    const words = explain(error, textFor(reply.locale), id);
    const notes = notesOf(id, context);
    try {
      await postResult(
        rest,
        id,
        reply,
        async () => [failureMessage(words, reply.userId, false)],
        notes,
      );
    } catch (failure) {
      log.error({ job: id, err: failure }, "the member could not be told");
    }
  }
  await held.remove(id);
  await records.note(id, "posted", "never");
  measures.jobEnded("failed");
  await answers.remove(id);
  await line.leave(id);
}
