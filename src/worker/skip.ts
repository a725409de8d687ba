import { setTimeout as delay } from "node:timers/promises";
import type { WorkerContext } from "./context.ts";

/** Whose drawing a webui tells about is certain only some seconds after it began. Milliseconds. */
const patienceMs = 6_000;
const pauseMs = 400;

/**
 * Goes on with the next picture of a job, if one of our webuis draws it: with the one that follows the picture that
 * was drawn when this was asked for, or not at all.
 */
export async function skip(id: string, { lanes, log }: WorkerContext): Promise<void> {
  const lane = lanes.find((each) => each.drawing() === id);
  if (lane === undefined) return;
  const { backend } = lane;
  const over = AbortSignal.timeout(patienceMs);
  // Before anything is certain, it is the first.
  let meant = 1;
  let skipped = false;
  for (let looks = 0; !skipped && !over.aborted && lane.drawing() === id; looks += 1) {
    const progress = await backend.progress(over, { preview: false });
    const picture = progress?.state === "drawing" ? progress.picture : undefined;
    if (looks === 0) meant = picture ?? 1;
    if (picture !== undefined && picture !== meant) break;
    skipped = picture !== undefined && (await backend.skip(over));
    if (!skipped) await delay(pauseMs, undefined, { signal: over }).catch(() => undefined);
  }
  log.info({ job: id, webui: backend.name, skipped }, "skip asked for");
}
