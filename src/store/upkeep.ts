import type { Redis as Server } from "ioredis";
import { mastersOf, type Redis } from "./redis.ts";

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
      return { milliseconds, isDurable: await readDurability(mastersOf(redis)) };
    },
  };
}

/** Hosted ones forbid to ask. */
async function readDurability(servers: readonly Server[]): Promise<boolean | undefined> {
  try {
    return (await Promise.all(servers.map(isDurable))).every((each) => each);
  } catch {
    return undefined;
  }
}

async function isDurable(server: Server): Promise<boolean> {
  const [, appends] = (await server.config("GET", "appendonly")) as string[];
  const [, syncs] = (await server.config("GET", "appendfsync")) as string[];
  return appends === "yes" && syncs === "always";
}
