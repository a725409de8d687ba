/** Lets so many in at a time, in the order in which they came, and whoever waited too long all the same. */
export type Turnstile = {
  pass<T>(work: () => Promise<T>): Promise<T>;
};

/**
 * Where hundreds ask in one moment, all of them at once would make Redis look as if it did not answer: a few at a time are
 * each done at once. `patienceMs`: nobody waits for longer, in milliseconds.
 */
export function createTurnstile(most: number, patienceMs: number): Turnstile {
  let inside = 0;
  const waiting = new Set<() => void>();

  const enter = async () => {
    if (inside >= most) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      const timer = setTimeout(resolve, patienceMs);
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
        return await work();
      } finally {
        leave();
      }
    },
  };
}
