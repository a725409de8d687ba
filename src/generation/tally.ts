/** What was drawn in some time, for somebody or in some place. */
export type Tally = {
  jobs: number;
  pictures: number;
  /** Who had something drawn; of one person nobody counts that. */
  people: number;
  /** Of the GPU, by model; what is done without a model stands under an empty name. */
  seconds: ReadonlyMap<string, number>;
  /** Jobs by how long they waited, one number for each step between `waitBounds`, and for what is beyond them. */
  waits: readonly number[];
  /** Pictures by the hour of the day in which they were drawn, UTC. */
  hours: readonly number[];
};

/** Seconds; a step reaches up to its bound, which is the next one's. */
export const waitBounds = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200] as const;

/** The step of a wait, from 0 on. */
export function waitStep(seconds: number): number {
  const step = waitBounds.findIndex((bound) => seconds < bound);
  return step === -1 ? waitBounds.length : step;
}

/** Seconds that half of the jobs waited at most, as exactly as the steps tell; nothing where none waited. */
export function medianWait({ waits }: Tally): number | undefined {
  const half = sum(waits) / 2;
  if (half === 0) return undefined;
  let before = 0;
  for (const [step, jobs] of waits.entries()) {
    if (before + jobs >= half) {
      const from = waitBounds[step - 1] ?? 0;
      const to = waitBounds[step] ?? from;
      return from + ((to - from) * (half - before)) / jobs;
    }
    before += jobs;
  }
  return undefined;
}

/** The hour of the day in which most pictures were drawn, UTC. */
export function busiestHour({ hours }: Tally): number | undefined {
  const most = Math.max(0, ...hours);
  return most === 0 ? undefined : hours.indexOf(most);
}

export const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
};

const dayMs = 24 * 3600 * 1000;

/** A day in UTC, as 2026-11-26; `at` in milliseconds since 1970. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The last days up to that of `at`, the oldest first. */
export const lastDays = (at: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => dayOf(at - (count - 1 - index) * dayMs));
