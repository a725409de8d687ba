export interface Threads {
  enter: () => Promise<() => void>;
}

/**
 * The ASGI worker threads. A waiting generation holds one until it is done; who comes when none is free waits, and
 * is not served in the order of arrival.
 */
export function createThreads(count: number): Threads {
  const waiting: (() => void)[] = [];
  let busy = 0;
  let turn = 0;
  const leave = () => {
    turn += 1;
    const next = turn % 3 === 0 ? waiting.pop() : waiting.shift();
    if (next) next();
    else busy -= 1;
  };
  return {
    async enter() {
      if (busy < count) busy += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let left = false;
      return () => {
        if (!left) leave();
        left = true;
      };
    },
  };
}
