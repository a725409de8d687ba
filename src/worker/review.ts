import type { Drawing } from "../generation/backend.ts";
import { type Decision, readVerdict, toVerdict } from "../generation/verdict.ts";
import type { DeliverJob } from "../jobs.ts";
import { check, type Found, isChecked } from "./check.ts";
import type { WorkerContext } from "./context.ts";
import { HeldError } from "./endings.ts";
import { hold } from "./hold.ts";
import { tellAuthor } from "./tell-author.ts";

/** Why a result is shown, or not. */
export type Judgement = "passed" | "unseen" | Decision;
type Notes = Record<string, string>;

/** A result waits so long for a moderator. Milliseconds. */
const heldMs = 7 * 24 * 3600_000;

/**
 * What was decided about a result that is held; undefined where it is not.
 * @throws {HeldError} while nobody has decided.
 */
export async function judgementOn(
  { id }: DeliverJob,
  notes: Notes,
  { records }: WorkerContext,
): Promise<Judgement | undefined> {
  if (notes["holding"] === undefined) return undefined;
  const decided = readVerdict(notes["verdict"]);
  if (decided !== undefined) return decided.decision;
  if (notes["heldAt"] === undefined) return undefined;
  if (Date.now() - Number(notes["heldAt"]) < heldMs) throw new HeldError();
  return readVerdict(await records.claim(id, "verdict", toVerdict("expired")))?.decision;
}

/**
 * Has a drawing checked before it is posted, and holds it for the moderators where that finds something, or where nobody
 * answers. Each step is noted, so that another try goes on from there.
 * @throws {HeldError} once it is held.
 */
export async function review(
  job: DeliverJob,
  drawing: Drawing,
  notes: Notes,
  context: WorkerContext,
): Promise<Judgement> {
  const { records } = context;
  if (!isChecked(job, context) || notes["review"] === "passed") return "passed";
  const found = await foundIn(job, drawing, notes, context);
  if (found.kind === "fine") {
    await records.note(job.id, "review", "passed");
    return "passed";
  }
  if (await hold(job, drawing, found, notes, context)) {
    const judgement = await judgementOn(job, await records.notes(job.id), context);
    if (judgement !== undefined) return judgement;
  } else if (found.kind === "over") return "unseen";
  // Nobody can look at it, and nobody has: it is shown, or not, when it can be checked.
  if (notes["waits"] === undefined) {
    await tellAuthor(job, "waitsForCheck", notes, context);
    await records.note(job.id, "waits", "1");
  }
  throw new HeldError();
}

/** What an earlier try has told the moderators stays so. */
async function foundIn(
  { id }: DeliverJob,
  drawing: Drawing,
  { found = "", checks = "0" }: Notes,
  context: WorkerContext,
): Promise<Found> {
  if (found !== "") return JSON.parse(found) as Found;
  return check(id, drawing, Number(checks), context);
}
