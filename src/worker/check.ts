import type { Drawing } from "../generation/backend.ts";
import type { Score } from "../generation/classify.ts";
import { formats, sniffFormat } from "../generation/picture/format.ts";
import { isDescription } from "../generation/work.ts";
import type { GenerateJob } from "../jobs.ts";
import { ClassifierError } from "../errors.ts";
import type { WorkerContext } from "./context.ts";

/** So often a picture is sent to a classifier that does not answer. */
const maxChecks = 3;

/** Whether what comes of a job is looked at before anybody sees it: where the host can and the server did not say no. */
export function isChecked(
  { request, reply }: Pick<GenerateJob, "request" | "reply">,
  { checks }: Pick<WorkerContext, "checks">,
): boolean {
  return checks !== undefined && reply.review !== undefined && !isDescription(request);
}

/** What a check found: nothing to hold back, the worst picture, or that nobody answered. */
export type Found = { kind: "fine" } | { kind: "over"; score: Score } | { kind: "unchecked" };

/**
 * Has all pictures of a drawing checked.
 * @throws {ClassifierError} for another try.
 */
export async function check(
  id: string,
  { pictures }: Drawing,
  tried: number,
  { checks, records, log }: Pick<WorkerContext, "checks" | "records" | "log">,
): Promise<Found> {
  if (checks === undefined) return { kind: "fine" };
  try {
    let worst: Score = { score: 0, label: "" };
    for (const { bytes } of pictures) {
      const score = await checks.classify(bytes, formats[sniffFormat(bytes) ?? "png"].mime);
      if (score.score > worst.score) worst = score;
    }
    return worst.score < checks.threshold ? { kind: "fine" } : { kind: "over", score: worst };
  } catch (error) {
    if (!(error instanceof ClassifierError)) throw error;
    await records.note(id, "checks", String(tried + 1));
    if (tried + 1 < maxChecks) throw error;
    log.warn({ job: id, err: error }, "a result could not be checked");
    return { kind: "unchecked" };
  }
}
