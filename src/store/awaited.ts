import { randomUUID } from "node:crypto";
import type { JobLock } from "../generation/backend.ts";
import { answerKey, answerKindKey, keepAnswersSeconds } from "./answer-keys.ts";
import { endKey } from "./ending.ts";
import { keyOf, type Redis } from "./redis.ts";

/**
 * What is put to a webui, by its name. `kind`: of the webui, whose answers are the only ones that count from now on.
 * `stored`: how many parts of the drawing are known to be put away. `lock` says whose the job is; undefined where nobody
 * else could have it.
 */
export type Asked = {
  id: string;
  webui: string;
  kind: string;
  stored: number;
  lock?: JobLock | undefined;
};

/**
 * Which jobs' answers somebody waits for at a webui, whoever gave the job to him and may be gone by now. Nobody else
 * has such a job drawn meanwhile.
 */
export type Awaited = {
  /**
   * Says so, again and again, until the function that it gives back is called. Undefined where there is nothing to ask for:
   * the job is another worker's by now, or an answer that came late is there.
   */
  begin(asked: Asked): Promise<(() => Promise<void>) | undefined>;
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

/**
 * Only for whom the job is: who stood still between taking it and this has lost it meanwhile. Nor where somebody who stood
 * still has stored after all, since we looked, what would be drawn here: who takes the job next finds it.
 */
const beginScript = `
local token, webui, id, ms, kind, keep, stored, attempt = unpack(ARGV)
if token ~= "" and redis.call("get", KEYS[3]) ~= token then return 0 end
local ending = redis.call("get", KEYS[6])
if ending == "drawn" or ending == "failed" then return 0 end
if redis.call("hlen", KEYS[5]) ~= tonumber(stored) then return 0 end
redis.call("set", KEYS[1], webui .. " " .. attempt, "PX", ms)
redis.call("set", KEYS[2], id, "PX", ms)
redis.call("set", KEYS[4], kind, "EX", keep)
return 1`;

/** Somebody else may wait for the same job by now, and the webui draw the next one already. */
const endScript = `
if redis.call("get", KEYS[1]) == ARGV[2] then redis.call("del", KEYS[1]) end
if redis.call("get", KEYS[2]) == ARGV[1] then redis.call("del", KEYS[2]) end
return 1`;

export function createAwaited(redis: Redis): Awaited {
  const busyKey = (webui: string) => keyOf(busyFamily, webui);
  const said = (promise: Promise<unknown>) => void promise.catch(() => undefined);

  return {
    async begin({ id, webui, kind, stored, lock }) {
      const keys = [awaitedKey(id), busyKey(webui)];
      const { key = awaitedKey(id), token = "" } = lock ?? {};
      const all = [...keys, key, answerKindKey(id), answerKey(id), endKey(id)];
      const attempt = randomUUID();
      const values = [token, webui, id, silenceMs, kind, keepAnswersSeconds, stored, attempt];
      if ((await redis.eval(beginScript, all.length, ...all, ...values)) !== 1) return undefined;
      // Not set anew: the key of an answer that is stored is gone for good.
      const timer = setInterval(() => {
        for (const key of keys) said(redis.pexpire(key, silenceMs));
      }, sayMs);
      return async () => {
        clearInterval(timer);
        await redis.eval(endScript, 2, ...keys, id, `${webui} ${attempt}`);
      };
    },
    has: async (id) => (await redis.exists(awaitedKey(id))) === 1,
    where: async (ids) =>
      ids.length === 0
        ? []
        : (await redis.mget(ids.map(awaitedKey))).map((value) => value?.replace(/ [^ ]+$/, "")),
    isBusy: async (webui) => (await redis.exists(busyKey(webui))) === 1,
  };
}
