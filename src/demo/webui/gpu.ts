import { setTimeout as sleep } from "node:timers/promises";

export interface Gpu {
  /** Counts the time of a task as busy. */
  during: <T>(task: () => Promise<T>) => Promise<T>;
  loaded: () => void;
  busySeconds: () => number;
  swaps: () => number;
}

export function createGpu(): Gpu {
  let total = 0;
  let since = 0;
  let active = 0;
  let swaps = 0;
  return {
    async during(task) {
      if (active === 0) since = performance.now();
      active += 1;
      try {
        return await task();
      } finally {
        active -= 1;
        if (active === 0) total += performance.now() - since;
      }
    },
    loaded: () => {
      swaps += 1;
    },
    busySeconds: () => (total + (active > 0 ? performance.now() - since : 0)) / 1000,
    swaps: () => swaps,
  };
}

/** Waits until a moment of `performance.now()`; without a timer where the wait is too short for one. */
export async function waitUntil(moment: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const left = moment - performance.now();
  if (left > 0.5) await sleep(Math.ceil(left), undefined, { signal });
  else await new Promise<void>((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

export async function waitSeconds(seconds: number, signal: AbortSignal): Promise<void> {
  await waitUntil(performance.now() + seconds * 1000, signal);
}
