import type { REST } from "@discordjs/rest";
import { readAcceptance } from "../discord/acceptance.ts";
import { postResult, TooEarlyError } from "../discord/reply.ts";
import type { DeliverJob } from "../jobs.ts";
import { closeReview } from "./close-review.ts";
import type { WorkerContext } from "./context.ts";
import { count } from "./count.ts";
import { notesOf } from "./notes.ts";
import { remember } from "./remember.ts";
import { renderOutcome } from "./render-outcome.ts";
import { judgementOn } from "./review.ts";

/** Posts what became of a job, once, however often this is tried. */
export async function deliver(job: DeliverJob, context: WorkerContext): Promise<void> {
  const { id, reply, outcome } = job;
  const { rest, records, answers, line, log } = context;
  const [earlier, ending] = await Promise.all([records.notes(id), records.ending(id)]);
  // Cancelled in the moment in which it was drawn, or refused although it was stored: its author has read so.
  const unwanted = ending === "cancelled" || (await isRefused(job, earlier, rest));
  if (earlier["posted"] === undefined && !unwanted) {
    const notes = notesOf(id, context);
    const judgement = await judgementOn(job, earlier, context);
    const leave = await context.room.enter(await answers.size(id));
    try {
      const { render, made, shown } = await renderOutcome(job, judgement, earlier, context);
      const posted = await postResult(rest, id, reply, render, notes);
      const [first = ""] = posted.ids;
      if (shown) await remember(job, posted, context);
      if (made !== undefined) await count(job, made, context);
      await closeReview(job, posted, context);
      await records.note(id, "posted", first);
      context.measures.jobEnded(outcome.kind === "drawn" ? "posted" : "failed");
      log.info({ job: id, message: first, outcome: outcome.kind }, "posted");
    } finally {
      leave();
    }
  }
  await answers.remove(id);
  await line.leave(id);
}

/** @throws {TooEarlyError} while its author has not been told anything. */
async function isRefused(
  { id, reply }: DeliverJob,
  notes: Record<string, string>,
  rest: REST,
): Promise<boolean> {
  if (notes["refused"] !== undefined) return true;
  const told = ["waiting", "route", "holding"].some((name) => notes[name] !== undefined);
  if (told) return false;
  const acceptance = await readAcceptance(rest, id, reply);
  if (acceptance === "not yet") throw new TooEarlyError();
  return acceptance === "refused";
}
