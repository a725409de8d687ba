/** Share of the last minute in which each webui worked for us. */
export type BusyShares = {
  /** It is there, also before it draws. */
  know(webui: string): void;
  /** It works from now on, until what this answers is called. */
  begin(webui: string): () => void;
  forget(webui: string): void;
  shares(): Map<string, number>;
};

const windowMs = 60_000;

/** `until`: Infinity while it lasts. */
type Span = { from: number; until: number };

export function createBusyShares(now: () => number = () => performance.now()): BusyShares {
  const spans = new Map<string, Span[]>();
  const since = new Map<string, number>();
  const know = (webui: string) => {
    if (!since.has(webui)) since.set(webui, now());
  };
  return {
    know,
    begin(webui) {
      know(webui);
      const from = now();
      const known = (spans.get(webui) ?? []).filter((span) => span.until > from - windowMs);
      const span: Span = { from, until: Infinity };
      spans.set(webui, [...known, span]);
      return () => {
        span.until = Math.min(span.until, now());
      };
    },
    forget(webui) {
      spans.delete(webui);
      since.delete(webui);
    },
    shares() {
      const end = now();
      const shareOf = ([webui, begun]: [string, number]) => {
        const from = Math.max(end - windowMs, Math.min(begun, end));
        const worked = (spans.get(webui) ?? []).reduce(
          (sum, span) => sum + Math.max(0, Math.min(span.until, end) - Math.max(span.from, from)),
          0,
        );
        return [webui, end === from ? 0 : Math.min(1, worked / (end - from))] as const;
      };
      return new Map([...since].map(shareOf));
    },
  };
}
