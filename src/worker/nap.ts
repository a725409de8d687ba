/** The time between two looks of one who looks again and again. */
export type Nap = {
  /** Ends after so many milliseconds, or when one is woken, which may have been before. */
  take(ms: number): Promise<void>;
  wake(): void;
  /** A look begins: whatever one was woken for is seen by it. Says whether one was. */
  end(): boolean;
};

export function createNap(): Nap {
  let isStirred = false;
  let rise = () => {};
  return {
    async take(ms) {
      if (isStirred) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      rise = resolve;
      const timer = setTimeout(resolve, ms);
      await promise;
      clearTimeout(timer);
    },
    wake() {
      isStirred = true;
      rise();
    },
    end() {
      const wasStirred = isStirred;
      isStirred = false;
      return wasStirred;
    },
  };
}
