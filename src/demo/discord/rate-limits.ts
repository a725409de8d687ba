import { createHash } from "node:crypto";

export interface Limit {
  count: number;
  perMs: number;
  /** Path parameters that split the bucket. */
  major: string[];
}

const GLOBAL_PER_SECOND = 50;

export interface Verdict {
  headers: Record<string, string>;
  refused?: { retryAfter: number; global: boolean };
}

const secondsOf = (ms: number) => (ms / 1000).toFixed(3);

/** Counts requests as Discord does: windows by route and major parameter, and 50 a second in all. */
export function createRateLimits(now: () => number) {
  const windows = new Map<string, { left: number; resetAt: number }>();
  let given = 0;

  function take(key: string, count: number, perMs: number) {
    const at = now();
    let window = windows.get(key);
    if (!window || window.resetAt <= at) {
      window = { left: count, resetAt: at + perMs };
      windows.set(key, window);
    }
    const isFree = window.left > 0;
    if (isFree) window.left -= 1;
    return { isFree, left: window.left, resetAt: window.resetAt, waitMs: window.resetAt - at };
  }

  function refuse(waitMs: number, scope: string, headers: Record<string, string>): Verdict {
    given += 1;
    const retryAfter = Number(secondsOf(waitMs));
    return {
      headers: {
        ...headers,
        "retry-after": String(Math.ceil(waitMs / 1000)),
        "x-ratelimit-scope": scope,
        ...(scope === "global" ? { "x-ratelimit-global": "true" } : {}),
      },
      refused: { retryAfter, global: scope === "global" },
    };
  }

  return {
    given: () => given,
    check(
      route: { name: string; limit?: Limit | undefined; countsGlobally: boolean },
      params: Record<string, string>,
    ): Verdict {
      if (route.countsGlobally) {
        const all = take("global", GLOBAL_PER_SECOND, 1000);
        if (!all.isFree) return refuse(all.waitMs, "global", {});
      }
      if (!route.limit) return { headers: {} };
      const { count, perMs, major } = route.limit;
      const bucket = createHash("md5").update(route.name).digest("hex");
      const split = major.map((name) => params[name] ?? "").join(":");
      const one = take(`${bucket}:${split}`, count, perMs);
      const headers = {
        "x-ratelimit-bucket": bucket,
        "x-ratelimit-limit": String(count),
        "x-ratelimit-remaining": String(one.left),
        "x-ratelimit-reset": secondsOf(one.resetAt),
        "x-ratelimit-reset-after": secondsOf(one.waitMs),
      };
      return one.isFree ? { headers } : refuse(one.waitMs, "user", headers);
    },
  };
}

export type RateLimits = ReturnType<typeof createRateLimits>;
