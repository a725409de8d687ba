import type { JobLock } from "../generation/backend.ts";
import { keyOf, type Redis } from "./redis.ts";

/** Which webuis are not to get a job, for a moment or as long as it waits: it did not go well there. */
export type Shunned = {
  /** `webui`: by its name, or `everywhere`; `ms`: for so long, 0 for as long as the job waits. */
  add(id: string, webui: string, ms: number, lock?: JobLock): Promise<void>;
};

/** Stands for all webuis. */
export const everywhere = "*";

export const shunnedFamily = "shunned";
export const shunnedKey = keyOf(shunnedFamily);

/** By the clock of Redis, which is one for all machines; by nobody but whose the job is. */
const addScript = `
if ARGV[4] ~= "" and redis.call("get", KEYS[2]) ~= ARGV[4] then return 0 end
local time = redis.call("time")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local until_ms = tonumber(ARGV[2]) == 0 and 0 or now + tonumber(ARGV[2])
redis.call("hset", KEYS[1], ARGV[1], string.format("%.0f", until_ms))
-- What is noted of a job that ended in this moment goes with the rest, sooner or later.
return redis.call("expire", KEYS[1], ARGV[3])`;
/** Seconds since the last one. */
const keepSeconds = 24 * 3600;

/** All that is noted of one job. */
const forgetScript = `
local gone = 0
for _, field in ipairs(redis.call("hkeys", KEYS[1])) do
  if string.sub(field, 1, #ARGV[1] + 1) == ARGV[1] .. " " then
    gone = gone + redis.call("hdel", KEYS[1], field)
  end
end
return gone`;

export function createShunned(redis: Redis): Shunned {
  return {
    async add(id, webui, ms, { key, token } = { key: shunnedKey, token: "" }) {
      const values = [`${id} ${webui}`, ms, keepSeconds, token];
      await redis.eval(addScript, 2, shunnedKey, key, ...values);
    },
  };
}

/** However the job ended. */
export async function forgetShunned(redis: Redis, id: string): Promise<void> {
  await redis.eval(forgetScript, 1, shunnedKey, id);
}
