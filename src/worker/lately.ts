/** What is asked again only after a while, or when somebody must know; who asks meanwhile is told the same. */
export function createLately<T>(ms: number, read: () => Promise<T>) {
  let readAt = -Infinity;
  let reading: Promise<T> | undefined;
  const anew = (): Promise<T> => {
    readAt = performance.now();
    const asked = read();
    reading = asked;
    asked.catch(() => (reading = undefined));
    return asked;
  };
  return {
    anew,
    lately: (): Promise<T> =>
      reading === undefined || performance.now() - readAt > ms ? anew() : reading,
  };
}
