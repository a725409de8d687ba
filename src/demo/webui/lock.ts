export interface Lock {
  run: <T>(task: () => Promise<T>) => Promise<T>;
  /** Waiting and running together. */
  size: () => number;
}

/** One task at a time, in the order of arrival. */
export function createLock(): Lock {
  let last: Promise<unknown> = Promise.resolve();
  let size = 0;
  return {
    size: () => size,
    async run(task) {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      size += 1;
      await before;
      try {
        return await task();
      } finally {
        size -= 1;
        resolve();
      }
    },
  };
}

/**
 * As a C++ mutex hands itself over: not in the order of arrival. The newest and the oldest take turns, so the
 * order is unfair and still the same in every test.
 */
export function createUnfairLock(): Lock {
  const waiting: (() => void)[] = [];
  let size = 0;
  let turn = 0;
  return {
    size: () => size,
    async run(task) {
      size += 1;
      if (size > 1) await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await task();
      } finally {
        size -= 1;
        turn += 1;
        (turn % 2 ? waiting.pop() : waiting.shift())?.();
      }
    },
  };
}
