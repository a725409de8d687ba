import { keyOf, type Redis } from "./redis.ts";
import { scanKeys } from "./scan.ts";

/** Which worker looks after a webui, where several have it: each gets one job at a time, whoever gives it. */
export type Leases = {
  /** Takes it, or keeps it, for some seconds; false where another worker has it. */
  keep(webui: string, worker: string): Promise<boolean>;
  /** Those of them that any worker looks after now. */
  held(webuis: readonly string[]): Promise<string[]>;
  /** A second time, and where another has it, it does nothing. */
  giveUp(webui: string, worker: string): Promise<void>;
};

export const leaseFamily = "lease";
export const leaseKey = (webui: string) => keyOf(leaseFamily, webui);

/** Less than the lock of a job lasts: what a worker drew that stands still is taken over where it was drawn. */
export const leaseMs = 8_000;

const keepScript = `
if redis.call("get", KEYS[1]) == ARGV[1] or redis.call("set", KEYS[1], ARGV[1], "NX") then
  return redis.call("pexpire", KEYS[1], ARGV[2])
end
return 0`;

const giveUpScript = `
if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) end
return 0`;

/**
 * Frees the webuis of workers that no longer live, without waiting for that to show. Only right where nobody else works on
 * this Redis: at the start of the one process that owns it.
 */
export async function releaseLeases(redis: Redis): Promise<void> {
  for await (const keys of scanKeys(redis, leaseKey("*"))) {
    if (keys.length > 0) await redis.unlink(...keys);
  }
}

export function createLeases(redis: Redis): Leases {
  return {
    keep: async (webui, worker) =>
      (await redis.eval(keepScript, 1, leaseKey(webui), worker, leaseMs)) === 1,
    async held(webuis) {
      if (webuis.length === 0) return [];
      const workers = await redis.mget(webuis.map(leaseKey));
      return webuis.filter((_, index) => workers[index] !== null);
    },
    async giveUp(webui, worker) {
      await redis.eval(giveUpScript, 1, leaseKey(webui), worker);
    },
  };
}
