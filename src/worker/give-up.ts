import { plain } from "../discord/markdown.ts";
import { textMessage } from "../discord/message.ts";
import { replaceWaiting } from "../discord/waiting.ts";
import { BackendError, explain, UserError } from "../errors.ts";
import type { GenerateJob } from "../jobs.ts";
import { textFor } from "../text/text.ts";
import { charge, readWork } from "./charge.ts";
import type { WorkerContext } from "./context.ts";
import { CancelledError } from "./endings.ts";
import { handOver } from "./hand-over.ts";
import { noteTrouble } from "./trouble.ts";

/** The bot says so itself, unless it was killed in between. */
async function sayCancelled({ id, reply }: GenerateJob, context: WorkerContext): Promise<void> {
  const { records, rest, log } = context;
  const { cancelledBy, waiting } = await records.notes(id);
  if (cancelledBy === undefined) return;
  const said = textMessage([textFor(reply.locale).waiting.cancelled(plain(cancelledBy))]);
  try {
    await replaceWaiting(rest, reply, waiting, said);
  } catch (error) {
    log.debug({ job: id, err: error }, "a cancelled job's message could not be changed");
  }
}

/** The member hears of it the same way as of a result: stored first, posted once. A cancelled job just goes. */
export async function giveUpDrawing(
  job: GenerateJob,
  error: unknown,
  context: WorkerContext,
): Promise<void> {
  const { records, answers, line, log } = context;
  const { id, reply } = job;
  if (!(error instanceof CancelledError)) {
    const level =
      error instanceof BackendError ? "warn" : error instanceof UserError ? "debug" : "error";
    log[level]({ job: id, err: error }, "drawing failed");
    if (!(error instanceof UserError)) await noteTrouble(id, error, context);
    await records.note(id, "words", explain(error, textFor(reply.locale), id));
  } else {
    const { seconds } = error;
    if (seconds !== undefined) {
      const stop = { at: Date.now(), mostSeconds: seconds };
      await charge(job, await readWork(id, context, stop), context);
    }
    await sayCancelled(job, context);
  }
  const { ending } = await records.end(id, "failed");
  if (ending === "drawn") return;
  if (ending === "failed") await handOver(job, "failed", context);
  await answers.remove(id);
  await line.leave(id);
}
