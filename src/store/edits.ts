import { setTimeout as delay } from "node:timers/promises";
import { keyOf, type Redis } from "./redis.ts";

/**
 * Who changes the message of a job while it waits or is drawn, so that no such change comes after the result: whoever
 * posts that says so first (a note of the job) and then waits until nobody is at it any more.
 */
export type Edits = {
  /** False where somebody else is at it. */
  begin(id: string): Promise<boolean>;
  end(id: string): Promise<void>;
  untilFree(id: string): Promise<void>;
  /** Makes this one the only one who tells those who wait how long it will be; to be said again and again. */
  lead(worker: string): Promise<boolean>;
};

export const editFamily = "edit";
export const tellerFamily = "teller";

/** An edit takes less than this, or is not waited for. Milliseconds. */
export const editMs = 10_000;
const leadMs = 8_000;
const pollMs = 25;

const keepLead = `
if redis.call("get", KEYS[1]) == ARGV[1] or redis.call("set", KEYS[1], ARGV[1], "NX") then
  return redis.call("pexpire", KEYS[1], ARGV[2])
end
return 0`;

export function createEdits(redis: Redis): Edits {
  const editKey = (id: string) => keyOf(editFamily, id);
  const leaderKey = keyOf(tellerFamily);
  return {
    begin: async (id) => (await redis.set(editKey(id), "1", "PX", editMs, "NX")) === "OK",
    async end(id) {
      await redis.unlink(editKey(id));
    },
    async untilFree(id) {
      while ((await redis.exists(editKey(id))) === 1) await delay(pollMs);
    },
    lead: async (worker) => (await redis.eval(keepLead, 1, leaderKey, worker, leadMs)) === 1,
  };
}
