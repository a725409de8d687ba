import type { JobLock } from "../generation/backend.ts";
import { answerKindKey, keepAnswersSeconds } from "./answer-keys.ts";
import { keyOf, type Redis } from "./redis.ts";

/**
 * Which jobs' answers somebody waits for at a webui, whoever gave the job to him and may be gone by now. Nobody else
 * has such a job drawn meanwhile.
 */
export type Awaited = {
  /**
   * Says so, again and again, until the function that it gives back is called. Undefined where the job is another worker's
   * by now: `lock` says whose it is. `kind`: of the webui, whose answers are the only ones that count from now on.
   */
  begin(
    id: string,
    webui: string,
    kind: string,
    lock?: JobLock,
  ): Promise<(() => Promise<void>) | undefined>;
  has(id: string): Promise<boolean>;
  /** The webuis that draw these jobs now, by their names; undefined for a job that none draws. */
  where(ids: readonly string[]): Promise<(string | undefined)[]>;
  /** A webui, by its name, draws something that is awaited. */
  isBusy(webui: string): Promise<boolean>;
};

export const awaitedFamily = "awaited";
export const busyFamily = "busy";

export const awaitedKey = (id: string) => keyOf(awaitedFamily, id);

/** Whoever does not say so for this long is gone. Milliseconds. */
const silenceMs = 9_000;
const sayMs = 3_000;

/** Only for whom the job is: who stood still between taking it and this has lost it meanwhile. */
const beginScript = `
if ARGV[1] ~= "" and redis.call("get", KEYS[3]) ~= ARGV[1] then return 0 end
redis.call("set", KEYS[1], ARGV[2], "PX", ARGV[4])
redis.call("set", KEYS[2], ARGV[3], "PX", ARGV[4])
if ARGV[5] ~= "" then redis.call("set", KEYS[4], ARGV[5], "EX", ARGV[6]) end
return 1`;

/** The webui may draw the next one already. */
const endScript = `
redis.call("del", KEYS[1])
if redis.call("get", KEYS[2]) == ARGV[1] then redis.call("del", KEYS[2]) end
return 1`;

export function createAwaited(redis: Redis): Awaited {
  const busyKey = (webui: string) => keyOf(busyFamily, webui);
  const said = (promise: Promise<unknown>) => void promise.catch(() => undefined);

  return {
    async begin(id, webui, kind, lock) {
      const keys = [awaitedKey(id), busyKey(webui)];
      const { key = awaitedKey(id), token = "" } = lock ?? {};
      const all = [...keys, key, answerKindKey(id)];
      const values = [token, webui, id, silenceMs, kind, keepAnswersSeconds];
      if ((await redis.eval(beginScript, all.length, ...all, ...values)) !== 1) return undefined;
      // Not set anew: the key of an answer that is stored is gone for good.
      const timer = setInterval(() => {
        for (const key of keys) said(redis.pexpire(key, silenceMs));
      }, sayMs);
      return async () => {
        clearInterval(timer);
        await redis.eval(endScript, 2, ...keys, id);
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
