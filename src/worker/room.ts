/** Holds so many bytes at a time; who wants more waits, in order. */
export type Room = {
  /** Resolves when there is room; call what it gives back when done. One larger than all is let in alone. */
  enter(bytes: number): Promise<() => void>;
};

export function createRoom(maxBytes: number): Room {
  let used = 0;
  const waiting: { bytes: number; enter: () => void }[] = [];

  const admit = () => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (used > 0 && used + next.bytes > maxBytes) return;
      waiting.shift();
      used += next.bytes;
      next.enter();
    }
  };
  return {
    async enter(bytes) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ bytes, enter: resolve });
      admit();
      await promise;
      return () => {
        used -= bytes;
        admit();
      };
    },
  };
}
