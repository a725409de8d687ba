import { keyOf, type Redis } from "./redis.ts";

/** The webuis that the host wants left alone, by their names: each finishes what it draws and gets nothing more. */
export type Drains = {
  /** Answers whether that changed anything. */
  drain(webui: string): Promise<boolean>;
  resume(webui: string): Promise<boolean>;
  has(webui: string): Promise<boolean>;
  all(): Promise<string[]>;
};

export const drainedFamily = "drained";
export const drainsKey = keyOf(drainedFamily);

export function createDrains(redis: Redis): Drains {
  return {
    drain: async (webui) => (await redis.sadd(drainsKey, webui)) === 1,
    resume: async (webui) => (await redis.srem(drainsKey, webui)) === 1,
    has: async (webui) => (await redis.sismember(drainsKey, webui)) === 1,
    all: () => redis.smembers(drainsKey),
  };
}
