import type { WaitingJob } from "./ledger.ts";
import type { Turn } from "./turns.ts";

/** Another webui that is up and not drained. */
export type OtherLane = {
  loaded: string | undefined;
  /** 0 only when it is free now. What draws longer than was thought may do so as long again. */
  freeInSeconds: number;
  can(job: WaitingJob): boolean;
};

/** What the free webuis draw without loading: the first for each. */
export function reservedBy(lanes: readonly OtherLane[], turns: readonly Turn[]): Set<WaitingJob> {
  const reserved = new Set<WaitingJob>();
  for (const lane of lanes) {
    if (lane.freeInSeconds > 0 || lane.loaded === undefined) continue;
    for (const job of turns.flatMap(({ jobs }) => jobs)) {
      if (job.model !== lane.loaded || reserved.has(job) || !lane.can(job)) continue;
      reserved.add(job);
      break;
    }
  }
  return reserved;
}

/** Every job that could be drawn here is drawn without loading elsewhere before it could be loaded here. */
export function beginSooner(
  all: readonly Turn[],
  turns: readonly Turn[],
  otherLanes: readonly OtherLane[],
  swapSeconds: number,
): boolean {
  const here = new Set(turns.flatMap(({ jobs }) => jobs));
  const ahead = new Map<string | undefined, number>();
  for (const job of all.flatMap(({ jobs }) => jobs)) {
    const before = ahead.get(job.model) ?? 0;
    ahead.set(job.model, before + job.cost);
    if (!here.has(job)) continue;
    const lanes = otherLanes.filter((other) => other.loaded === job.model && other.can(job));
    const free = Math.min(...lanes.map(({ freeInSeconds }) => freeInSeconds));
    if (!(free + before / lanes.length < swapSeconds)) return false;
  }
  return true;
}
