/** Share of the last minute in which each webui drew. */
export type BusyShares = {
  /** It is there, also before it draws. */
  know(webui: string): void;
  /** It drew until just now. Seconds. */
  drew(webui: string, seconds: number): void;
  forget(webui: string): void;
  shares(): Map<string, number>;
};

const windowMs = 60_000;

type Span = { from: number; until: number };

export function createBusyShares(now: () => number = () => performance.now()): BusyShares {
  const spans = new Map<string, Span[]>();
  const since = new Map<string, number>();
  const know = (webui: string) => {
    if (!since.has(webui)) since.set(webui, now());
  };
  return {
    know,
    drew(webui, seconds) {
      know(webui);
      const until = now();
      const known = (spans.get(webui) ?? []).filter((span) => span.until > until - windowMs);
      spans.set(webui, [...known, { from: until - seconds * 1000, until }]);
    },
    forget(webui) {
      spans.delete(webui);
      since.delete(webui);
    },
    shares() {
      const end = now();
      const shareOf = ([webui, begun]: [string, number]) => {
        const from = Math.max(end - windowMs, Math.min(begun, end));
        const drawn = (spans.get(webui) ?? []).reduce(
          (sum, span) => sum + Math.max(0, span.until - Math.max(span.from, from)),
          0,
        );
        return [webui, end === from ? 0 : Math.min(1, drawn / (end - from))] as const;
      };
      return new Map([...since].map(shareOf));
    },
  };
}
