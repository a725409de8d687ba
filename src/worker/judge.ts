import { BackendError, type BackendFault, LostError } from "../errors.ts";
import type { GenerateJob } from "../jobs.ts";
import { isRedisAway } from "../store/redis-away.ts";
import { everywhere } from "../store/shunned.ts";
import type { WorkerContext } from "./context.ts";
import { AsideError, AwaitedError, PausedError, StoppingError } from "./endings.ts";

/**
 * What becomes of a job that could not be drawn: it waits again (`counted`: as a try; `shun`: not for this webui, or for
 * none, for so many milliseconds, 0 being for good), or its author is told.
 */
export type Fate =
  | { kind: "waits"; counted: boolean; shun?: { webui: string; ms: number } }
  | { kind: "given up" };

/** How often a webui may break off before the job is given up. */
const maxTries = 3;
/** How often it may ask us to come back later: some minutes, with the growing pauses between. */
const maxBusyTries = 20;
/** Before it is looked at again whether an answer is there, or Redis. Milliseconds. */
const awaitMs = 500;
/** For each try so far; where another webui could do it, that one gets it at once. Milliseconds. */
const pauseMs = 1_000;
/** So long it is another webui's, when this one let us in no more or asked to come back later. Milliseconds. */
const elsewhereMs = 10_000;

export async function judgeDrawing(
  error: unknown,
  { data, tries }: { data: GenerateJob; tries: number },
  webui: string,
  { scheduler }: Pick<WorkerContext, "scheduler">,
): Promise<Fate> {
  if (error instanceof StoppingError || error instanceof AsideError) return again;
  if (error instanceof PausedError) return again;
  const isElsewhere = error instanceof AwaitedError || error instanceof LostError;
  if (isElsewhere || isRedisAway(error)) {
    return { ...again, shun: { webui: everywhere, ms: awaitMs } };
  }
  if (!(error instanceof BackendError)) return { kind: "given up" };
  switch (error.fault) {
    // Nobody draws there until it is back.
    case "down":
      return again;
    // What took too long once, or too much memory, would do so again.
    case "timeout":
    case "memory":
      return (await scheduler.couldGoElsewhere(data, webui))
        ? { ...again, shun: { webui, ms: 0 } }
        : { kind: "given up" };
    // Another one may let us in at once; where none does, it is tried again here.
    case "busy":
    case "denied":
      if (await scheduler.couldGoElsewhere(data, webui)) {
        return { ...again, shun: { webui, ms: elsewhereMs } };
      }
      return countTry(error.fault, tries, webui);
    case "broke":
      return countTry(error.fault, tries, webui);
    case "refused":
    case "nonsense":
      return { kind: "given up" };
  }
}

function countTry(fault: BackendFault, tries: number, webui: string): Fate {
  return tries < (fault === "busy" ? maxBusyTries : maxTries)
    ? { kind: "waits", counted: true, shun: { webui, ms: pauseMs * tries } }
    : { kind: "given up" };
}

const again = { kind: "waits", counted: false } as const satisfies Fate;
