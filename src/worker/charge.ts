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

/** How a drawing was ended before it was done: when, and after how long at most. */
type Stop = { at: number; mostSeconds: number };

/** What there is to charge of a job. */
export async function readWork(
  id: string,
  { records, answers }: Pick<WorkerContext, "records" | "answers">,
  stop?: Stop,
): Promise<Work | undefined> {
  const [notes, parts] = await Promise.all([records.notes(id), answers.work(id)]);
  const begun = Object.keys(notes)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)));
  return workOf(begun, parts, stop);
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
 * What webuis worked on the parts that are left, and on what was stopped. A try that broke off is at nobody's cost. Times
 * in milliseconds since 1970: they say only on which day it began, as clocks are set now and then.
 */
export function workOf(
  begun: readonly number[],
  parts: readonly { storedAt: number; seconds: number }[],
  stop?: Stop,
): Work | undefined {
  const pieces = parts.map(({ storedAt, seconds }) => ({
    beganAt: storedAt - seconds * 1000,
    seconds,
  }));
  if (stop !== undefined && begun.length > 0) {
    const beganAt = Math.max(...begun);
    const seconds = Math.max(0, Math.min(stop.mostSeconds, (stop.at - beganAt) / 1000));
    // What this last try left is in the time until it was stopped.
    const before = pieces.filter((piece) => piece.beganAt < beganAt);
    return toWork([...before, { beganAt, seconds }]);
  }
  return toWork(pieces);
}

function toWork(pieces: readonly Work[]): Work | undefined {
  if (pieces.length === 0) return undefined;
  return {
    beganAt: Math.min(...pieces.map(({ beganAt }) => beganAt)),
    seconds: pieces.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
