/** One drawing that was measured. */
export type Run = {
  webui: string;
  model: string;
  /** As `costOf` counts: steps of a 512 x 512 picture, hires and count included. */
  cost: number;
  /** From the request's last byte to the answer's. */
  seconds: number;
  /** The webui had to load the model first. */
  swapped: boolean;
};

/** A drawing that is yet to be. */
export type Job = Pick<Run, "webui" | "model" | "cost" | "swapped">;

/** Newer runs tell more: a card may have been changed. */
const newest = 40;
/** Fewer runs of a model, or of a webui, tell less than those of all. */
const least = 3;

/**
 * Seconds that a drawing takes, by the runs so far, oldest first: those of the model on this webui, else of the webui, else
 * all. More work is never estimated shorter, and one odd run changes nothing. Nothing if there was no run yet.
 */
export function estimateSeconds(runs: readonly Run[], job: Job): number | undefined {
  const line = remembered(runs, "line", `${job.webui}\n${job.model}`, () => lineFor(runs, job));
  if (line === undefined) return undefined;
  const swap = job.swapped ? (loadingSeconds(runs, job.webui) ?? 0) : 0;
  return line.start + line.perCost * job.cost + swap;
}

/** What was worked out of some runs: hundreds wait behind one another, and each asks for all before it. */
const memory = new WeakMap<readonly Run[], Map<string, unknown>>();

function remembered<T>(runs: readonly Run[], what: string, key: string, work: () => T): T {
  const known = memory.get(runs) ?? new Map<string, unknown>();
  memory.set(runs, known);
  const name = `${what}\n${key}`;
  if (!known.has(name)) known.set(name, work());
  // Under this name stands what the same work made.
  return known.get(name) as T;
}

/** Seconds that loading a model takes on the webui, beyond the drawing; nothing where none was ever loaded. */
export function loadingSeconds(runs: readonly Run[], webui: string): number | undefined {
  if (!runs.some(({ swapped }) => swapped)) return undefined;
  return remembered(runs, "swap", webui, () => swapSeconds(runs, { webui }));
}

function swapSeconds(runs: readonly Run[], { webui }: Pick<Job, "webui">): number {
  const swaps = runs.filter(({ swapped }) => swapped);
  const own = swaps.filter((run) => run.webui === webui);
  const beyond = (own.length > 0 ? own : swaps).slice(-newest).map((run) => {
    const line = lineFor(runs, run) ?? { start: 0, perCost: 0 };
    return run.seconds - line.start - line.perCost * run.cost;
  });
  return Math.max(0, median(beyond) ?? 0);
}

/** Seconds that a step of a 512 x 512 picture is taken to take until a drawing has told. */
export const guessedSecondsPerCost = 0.25;
/** A drawing of less cost than this is mostly its beginning. */
const leastTelling = 2;

type Line = { start: number; perCost: number };

function lineFor(runs: readonly Run[], { webui, model }: Pick<Run, "webui" | "model">) {
  const plain = runs.filter(({ swapped, cost }) => !swapped && cost > 0);
  const known = plain.length > 0 ? plain : runs.filter(({ cost }) => cost > 0);
  const there = known.filter((run) => run.webui === webui);
  const alike = there.filter((run) => run.model === model);
  const telling = [alike, there].find((group) => group.length >= least) ?? known;
  return telling.length === 0 ? undefined : lineThrough(telling.slice(-newest));
}

/**
 * Seconds by cost as a line: the median of the slopes between all runs (Theil and Sen's), kept between the half and the
 * whole of the usual seconds a cost, since runs of about the same cost say nothing about a slope.
 */
function lineThrough(all: readonly Run[]): Line {
  const large = all.filter(({ cost }) => cost >= leastTelling);
  // What is done at once says how long beginning takes, and nothing of a step.
  if (large.length === 0) return lineFrom(all, guessedSecondsPerCost);
  const runs = large;
  const usual = median(runs.map(({ seconds, cost }) => seconds / cost)) ?? 0;
  const slopes = runs.flatMap((a, index) =>
    runs
      .slice(index + 1)
      .filter((b) => b.cost !== a.cost)
      .map((b) => (b.seconds - a.seconds) / (b.cost - a.cost)),
  );
  return lineFrom(runs, Math.min(usual, Math.max(usual / 2, median(slopes) ?? usual)));
}

function lineFrom(runs: readonly Run[], perCost: number): Line {
  const start = median(runs.map(({ seconds, cost }) => seconds - perCost * cost)) ?? 0;
  return { start: Math.max(0, start), perCost };
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
