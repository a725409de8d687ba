/** What may be said again only after this long. Milliseconds. */
const quietMs = 60_000;

/** Says of each key whether it may be said now: once a minute. */
export function createSeldom(now: () => number = Date.now): (key: string) => boolean {
  const said = new Map<string, number>();
  return (key) => {
    const time = now();
    for (const [old, at] of said) if (time - at >= quietMs) said.delete(old);
    if (said.has(key)) return false;
    said.set(key, time);
    return true;
  };
}
