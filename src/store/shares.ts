import { keyOf, type Redis } from "./redis.ts";

/** How much of the GPU time each server gets while several wait, as the host says; 1 where it says nothing. */
export type Shares = {
  /** `undefined`: in direct messages. */
  of(guildId: string | undefined): Promise<number>;
  set(guildId: string, share: number): Promise<void>;
  /** Those that are not 1. */
  all(): Promise<{ guildId: string; share: number }[]>;
};

export const sharesFamily = "shares";
export const sharesKey = keyOf(sharesFamily);

export const usualShare = 1;

export function createShares(redis: Redis): Shares {
  return {
    async of(guildId) {
      const stored = guildId === undefined ? null : await redis.hget(sharesKey, guildId);
      return stored === null ? usualShare : Number(stored);
    },
    async set(guildId, share) {
      if (share === usualShare) await redis.hdel(sharesKey, guildId);
      else await redis.hset(sharesKey, guildId, String(share));
    },
    async all() {
      const stored = Object.entries(await redis.hgetall(sharesKey));
      return stored.map(([guildId, share]) => ({ guildId, share: Number(share) }));
    },
  };
}
