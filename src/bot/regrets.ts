/** Jobs whose author was told that they were not taken, although they may have been stored. */
export type Regrets = {
  add(id: string): void;
  close(): void;
};

const everyMs = 500;

/** Takes each back as soon as Redis can be asked, trying until then. */
export function createRegrets(
  takeBack: (id: string) => Promise<void>,
  onError: (error: unknown) => void,
): Regrets {
  const ids = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const run = async () => {
    try {
      for (const id of ids) {
        await takeBack(id);
        ids.delete(id);
      }
    } catch (error) {
      onError(error);
    }
    timer = undefined;
    schedule();
  };
  const schedule = () => {
    if (closed || timer !== undefined || ids.size === 0) return;
    timer = setTimeout(() => void run(), everyMs);
  };

  return {
    add(id) {
      ids.add(id);
      schedule();
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
