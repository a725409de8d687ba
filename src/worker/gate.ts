/** Lets one in at a time, in the order in which they came. */
export type Gate = {
  /** Resolves when it is one's turn; call what it gives back when done. Rejects with the signal's reason. */
  enter(signal: AbortSignal): Promise<() => void>;
};

export function createGate(): Gate {
  let taken = false;
  const waiting: (() => void)[] = [];

  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) taken = false;
    else next();
  };
  return {
    async enter(signal) {
      signal.throwIfAborted();
      if (taken) {
        const { promise, resolve, reject } = Promise.withResolvers<void>();
        const giveUp = () => {
          waiting.splice(waiting.indexOf(resolve), 1);
          reject(signal.reason as Error);
        };
        waiting.push(resolve);
        signal.addEventListener("abort", giveUp);
        await promise;
        signal.removeEventListener("abort", giveUp);
      }
      taken = true;
      return leave;
    },
  };
}
