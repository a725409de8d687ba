/** Older than this, Discord does not send an interaction again: its session could not be resumed. Milliseconds. */
const rememberMs = 15 * 60_000;

/** Says of each id whether it comes for the first time. A resumed gateway may send what it has sent before. */
export function createOnce(now: () => number = Date.now): (id: string) => boolean {
  /** In the order in which they came. */
  const seen = new Map<string, number>();
  return (id) => {
    const time = now();
    for (const [old, at] of seen) {
      if (time - at < rememberMs) break;
      seen.delete(old);
    }
    if (seen.has(id)) return false;
    seen.set(id, time);
    return true;
  };
}
