import type { GenerateJob } from "../jobs.ts";
import type { WorkerContext } from "./context.ts";

const prefix = "began:";

/** Notes that a webui draws the job from now on, once more perhaps. */
export function noteBeginning(
  id: string,
  { records }: Pick<WorkerContext, "records">,
): Promise<void> {
  return records.note(id, `${prefix}${Date.now()}`, "");
}

/** What a webui worked for a job, and since when. Milliseconds since 1970. */
type Work = { beganAt: number; seconds: number };

/** What there is to charge of a job; `stoppedAt`: when it was ended before it was done. */
export async function readWork(
  id: string,
  { records, answers }: Pick<WorkerContext, "records" | "answers">,
  stoppedAt?: number,
): Promise<Work | undefined> {
  const [notes, storedAt] = await Promise.all([records.notes(id), answers.storedAt(id)]);
  const begun = Object.keys(notes)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)));
  return workOf(begun, stoppedAt === undefined ? storedAt : [...storedAt, stoppedAt]);
}

/** Charges it to the day of the job's author, once. */
export async function charge(
  { id, reply: { userId, guildId } }: Pick<GenerateJob, "id" | "reply">,
  work: Work | undefined,
  { gpuTime }: Pick<WorkerContext, "gpuTime">,
): Promise<void> {
  if (work !== undefined) await gpuTime.charge({ id, userId, guildId, ...work });
}

/**
 * What came of the tries that began then: of each the time until the last that is left of it, which may be nothing, as a
 * try that broke off is at nobody's cost. Times in milliseconds since 1970.
 */
export function workOf(begun: readonly number[], leftAt: readonly number[]): Work | undefined {
  const starts = begun.toSorted((a, b) => a - b);
  const tries = starts.flatMap((beganAt, index) => {
    const next = starts[index + 1] ?? Infinity;
    const left = leftAt.filter((at) => at >= beganAt && at < next);
    return left.length === 0 ? [] : [{ beganAt, seconds: (Math.max(...left) - beganAt) / 1000 }];
  });
  const [first] = tries;
  if (first === undefined) return undefined;
  return {
    beganAt: first.beganAt,
    seconds: tries.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
