import { QueueAwayError } from "../errors.ts";

/** Lets so many in at a time, in the order in which they came, and whoever waits in vain all the same. */
export type Turnstile = {
  pass<T>(work: () => Promise<T>): Promise<T>;
};

/**
 * Where hundreds ask in one moment, all of them at once would make Redis look as if it did not answer: a few at a time are
 * each done at once. Once nobody has got through for `patienceMs`, in milliseconds, nobody waits any more: each is to
 * find out by itself that the queue is away.
 */
export function createTurnstile(most: number, patienceMs: number): Turnstile {
  let inside = 0;
  /** By `performance.now()`: when somebody last got through. */
  let passedAt = -Infinity;
  const waiting = new Set<() => void>();

  const enter = async () => {
    if (inside >= most) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      const cameAt = performance.now();
      const look = () => {
        const left = Math.max(cameAt, passedAt) + patienceMs - performance.now();
        if (left <= 0) resolve();
        else timer = setTimeout(look, left);
      };
      let timer = setTimeout(look, patienceMs);
      await promise;
      clearTimeout(timer);
      waiting.delete(resolve);
    }
    inside += 1;
  };
  const leave = () => {
    inside -= 1;
    const [next] = waiting;
    if (next === undefined || inside >= most) return;
    waiting.delete(next);
    next();
  };
  return {
    async pass(work) {
      await enter();
      try {
        const result = await work();
        passedAt = performance.now();
        return result;
      } catch (error) {
        // Also who is refused was answered.
        if (!(error instanceof QueueAwayError)) passedAt = performance.now();
        throw error;
      } finally {
        leave();
      }
    },
  };
}
