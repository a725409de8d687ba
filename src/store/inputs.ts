import { createHash } from "node:crypto";
import { keyOf, type Redis } from "./redis.ts";

/** Pictures that members gave, under the hash of their bytes: Discord's addresses for them die after a day. */
export type Inputs = {
  put(bytes: Buffer): Promise<string>;
  get(hash: string): Promise<Buffer | undefined>;
  has(hash: string): Promise<boolean>;
  remove(hash: string): Promise<void>;
};

export const inputFamily = "input";

/** Long enough for a job that waits for its webui, and for a 🎲 on its result. Seconds. */
const keepSeconds = 7 * 24 * 3600;

export function createInputs(redis: Redis): Inputs {
  const key = (hash: string) => keyOf(inputFamily, hash);
  return {
    async put(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      await redis.set(key(hash), bytes, "EX", keepSeconds);
      return hash;
    },
    has: async (hash) => (await redis.exists(key(hash))) === 1,
    async remove(hash) {
      await redis.del(key(hash));
    },
    async get(hash) {
      return (await redis.getBuffer(key(hash))) ?? undefined;
    },
  };
}
