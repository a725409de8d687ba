import type { WorkerContext } from "./context.ts";

/** Milliseconds. */
const skipMs = 5_000;

/** Goes on with the next picture of a job, if one of our webuis draws it. */
export async function skip(id: string, { lanes, log }: WorkerContext): Promise<void> {
  const lane = lanes.find((each) => each.drawing() === id);
  if (lane === undefined) return;
  const skipped = await lane.backend.skip(AbortSignal.timeout(skipMs));
  log.info({ job: id, webui: lane.backend.name, skipped }, "skip asked for");
}
