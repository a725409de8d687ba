import type { Redis } from "ioredis";

/** How Redis itself is. */
export type Upkeep = {
  /** How long it takes to answer, and whether what was accepted survives its crash; undefined where it does not tell. */
  look(): Promise<{ milliseconds: number; isDurable: boolean | undefined }>;
};

export function createUpkeep(redis: Redis): Upkeep {
  return {
    async look() {
      const startedAt = performance.now();
      await redis.ping();
      const milliseconds = Math.round(performance.now() - startedAt);
      return { milliseconds, isDurable: await readDurability(redis) };
    },
  };
}

/** Hosted ones forbid to ask. */
async function readDurability(redis: Redis): Promise<boolean | undefined> {
  try {
    const [, appends] = (await redis.config("GET", "appendonly")) as string[];
    const [, syncs] = (await redis.config("GET", "appendfsync")) as string[];
    return appends === "yes" && syncs === "always";
  } catch {
    return undefined;
  }
}
