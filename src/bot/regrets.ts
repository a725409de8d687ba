/** Jobs whose author was told that they were not taken, although they may have been stored. */
export type Regrets = {
  add(id: string): void;
  /** Redis is back: now is the time. */
  hurry(): void;
  close(): void;
};

const everyMs = 500;

/**
 * Takes each back, trying until that is heard. The first try is made at once: a Redis that only hangs will carry it
 * out right behind the command that stored the job, before any worker has drawn it.
 */
export function createRegrets(
  takeBack: (id: string) => Promise<void>,
  onError: (error: unknown) => void,
): Regrets {
  const ids = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const tryAll = async () => {
    clearTimeout(timer);
    timer = undefined;
    const tries = [...ids].map(async (id) => {
      try {
        await takeBack(id);
        ids.delete(id);
      } catch (error) {
        onError(error);
      }
    });
    await Promise.all(tries);
    if (closed || ids.size === 0) return;
    timer ??= setTimeout(() => void tryAll(), everyMs);
  };

  return {
    add(id) {
      ids.add(id);
      void tryAll();
    },
    hurry: () => void tryAll(),
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
