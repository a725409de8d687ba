import { keyOf, type Redis } from "./redis.ts";

/** Everything, or what was asked for in one server. */
export type Paused = "all" | { guildId: string };

/** Where nothing is to be drawn for now. */
export type Pauses = {
  /** Answers whether that changed anything. */
  pause(what: Paused): Promise<boolean>;
  resume(what: Paused): Promise<boolean>;
  /** Whether what was asked for there waits; `undefined`: in direct messages. */
  has(guildId: string | undefined): Promise<boolean>;
  /** Servers, and `all`. */
  all(): Promise<string[]>;
};

export const pausedFamily = "paused";
export const pausesKey = keyOf(pausedFamily);

export function createPauses(redis: Redis): Pauses {
  const toMember = (what: Paused) => (what === "all" ? what : what.guildId);
  return {
    pause: async (what) => (await redis.sadd(pausesKey, toMember(what))) === 1,
    resume: async (what) => (await redis.srem(pausesKey, toMember(what))) === 1,
    async has(guildId) {
      const asked = ["all", guildId ?? "all"];
      const found = await Promise.all(asked.map((member) => redis.sismember(pausesKey, member)));
      return found.includes(1);
    },
    all: () => redis.smembers(pausesKey),
  };
}
