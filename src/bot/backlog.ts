/** What is under way for each key, as far as it is not too much. */
export type Backlog = {
  /** Undefined where so much waits already; call what it gives when done. */
  enter(key: string): (() => void) | undefined;
};

export function createBacklog(most: number): Backlog {
  const counts = new Map<string, number>();
  return {
    enter(key) {
      const count = counts.get(key) ?? 0;
      if (count >= most) return undefined;
      counts.set(key, count + 1);
      return () => {
        const left = (counts.get(key) ?? 1) - 1;
        if (left === 0) counts.delete(key);
        else counts.set(key, left);
      };
    },
  };
}
