import { setTimeout as sleep } from "node:timers/promises";

export type Match = (method: string, path: string) => boolean;

export interface Failure {
  match: Match;
  status: number;
  /** How many requests it strikes; without it all, until it is taken back. */
  times?: number;
  body?: unknown;
  retryAfterSeconds?: number;
  global?: boolean;
  delayMs?: number;
  /** The connection breaks instead of an answer. */
  drop?: boolean;
  /** The request is carried out, and only then answered badly. */
  afterwards?: boolean;
}

function laid<T>(into: T[], one: T): () => void {
  into.push(one);
  return () => {
    const at = into.indexOf(one);
    if (at !== -1) into.splice(at, 1);
  };
}

/** The troubles laid out for coming requests. */
export function createFaults() {
  const failures: (Failure & { left: number })[] = [];
  const slowdowns: { match: Match; ms: number }[] = [];

  return {
    fail: (failure: Failure) =>
      laid(failures, { ...failure, left: failure.times ?? Number.POSITIVE_INFINITY }),
    slow: (match: Match, ms: number) => laid(slowdowns, { match, ms }),
    /** The trouble this request meets, used up by it. */
    take(method: string, path: string): Failure | undefined {
      const found = failures.find((one) => one.left > 0 && one.match(method, path));
      if (found) found.left -= 1;
      return found;
    },
    async pause(method: string, path: string): Promise<void> {
      for (const { match, ms } of slowdowns)
        if (match(method, path)) await sleep(ms, undefined, { ref: false });
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;

/** What a failing Discord (or the proxy before it) answers. */
export function badAnswer(failure: Failure): {
  status: number;
  headers: Record<string, string>;
  body: unknown;
} {
  const { status, global = false, retryAfterSeconds: seconds = 1 } = failure;
  if (status === 429)
    return {
      status,
      headers: {
        "retry-after": String(Math.ceil(seconds)),
        "x-ratelimit-scope": global ? "global" : "user",
        ...(global ? { "x-ratelimit-global": "true" } : {}),
      },
      body: failure.body ?? {
        message: "You are being rate limited.",
        retry_after: seconds,
        global,
      },
    };
  const usual =
    status >= 502
      ? `<html><body><h1>${status}</h1></body></html>`
      : { message: `${status}: Internal Server Error`, code: 0 };
  return {
    status,
    headers: failure.retryAfterSeconds === undefined ? {} : { "retry-after": String(seconds) },
    body: failure.body ?? usual,
  };
}
