import { hostname } from "node:os";
import { keyOf, type Redis } from "./redis.ts";

/**
 * Which jobs' answers somebody waits for at a webui, whoever gave the job to him and may be gone by now. Nobody else
 * has such a job drawn meanwhile.
 */
export type Awaited = {
  /** Says so, again and again, until the function that it gives back is called. */
  begin(id: string, webui: string): () => Promise<void>;
  has(id: string): Promise<boolean>;
  /** The webuis that draw these jobs now, by their names; undefined for a job that none draws. */
  where(ids: readonly string[]): Promise<(string | undefined)[]>;
  /** A webui of this machine, by its name, draws something that is awaited. */
  isBusy(webui: string): Promise<boolean>;
};

export const awaitedFamily = "awaited";
export const busyFamily = "busy";

export const awaitedKey = (id: string) => keyOf(awaitedFamily, id);

/** Whoever does not say so for this long is gone. Milliseconds. */
const silenceMs = 9_000;
const sayMs = 3_000;

export function createAwaited(redis: Redis): Awaited {
  // Addresses such as 127.0.0.1:7860 are another webui on every machine.
  const busyKey = (webui: string) => keyOf(busyFamily, hostname(), webui);
  const said = (promise: Promise<unknown>) => void promise.catch(() => undefined);

  return {
    begin(id, webui) {
      const keys = [awaitedKey(id), busyKey(webui)];
      said(redis.set(awaitedKey(id), webui, "PX", silenceMs));
      said(redis.set(busyKey(webui), id, "PX", silenceMs));
      // Not set anew: the key of an answer that is stored is gone for good.
      const timer = setInterval(() => {
        for (const key of keys) said(redis.pexpire(key, silenceMs));
      }, sayMs);
      return async () => {
        clearInterval(timer);
        await redis.unlink(keys);
      };
    },
    has: async (id) => (await redis.exists(awaitedKey(id))) === 1,
    where: async (ids) =>
      ids.length === 0
        ? []
        : (await redis.mget(ids.map(awaitedKey))).map((webui) => webui ?? undefined),
    isBusy: async (webui) => (await redis.exists(busyKey(webui))) === 1,
  };
}
