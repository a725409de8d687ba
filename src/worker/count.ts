import { isDrawing } from "../generation/work.ts";
import type { DeliverJob } from "../jobs.ts";
import type { Records } from "../store/records.ts";
import type { WorkerContext } from "./context.ts";

/** What came of a job: its pictures, and the model that the webui says it drew with. */
export type Made = { pictures: number; model: string | undefined };

/** When a job was drawn, in milliseconds since 1970, and how long that took. */
type Time = { at: number; ms: number };

const note = "took";

/** For the numbers of `/stats`, which are counted once the result is posted. */
export const noteTime = (id: string, { at, ms }: Time, records: Records): Promise<void> =>
  records.note(id, note, `${at} ${Math.round(ms)}`);

/** Counts a posted result, the model under the name that it was asked for with. */
export async function count(
  { id, request, reply }: DeliverJob,
  { pictures, model }: Made,
  { stats, records }: Pick<WorkerContext, "stats" | "records">,
): Promise<void> {
  const time = readTime((await records.notes(id))[note]);
  await stats.count({
    id,
    userId: reply.userId,
    guildId: reply.guildId,
    at: time?.at ?? Date.now(),
    pictures,
    model: isDrawing(request) ? (request.model ?? model ?? "") : "",
    drawnMs: time?.ms,
    // The clocks of two machines may differ.
    waitedMs: time === undefined ? undefined : Math.max(0, time.at - time.ms - reply.askedAt),
  });
}

function readTime(noted: string | undefined): Time | undefined {
  const [at = Number.NaN, ms = Number.NaN] = (noted ?? "").split(" ").map(Number);
  return Number.isFinite(at) && Number.isFinite(ms) && at > 0 ? { at, ms } : undefined;
}
