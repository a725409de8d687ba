import { z } from "zod";
import { keyOf, type Redis } from "./redis.ts";

const entry = z.object({
  /** Of the job. */
  id: z.string(),
  /** When it was posted. Milliseconds since 1970. */
  at: z.number(),
  /** Its beginning; absent where a picture was enlarged. */
  prompt: z.string().optional(),
  /** Of its message; absent where only its author saw it, once. */
  url: z.string().optional(),
});
export type HistoryEntry = z.infer<typeof entry>;

/** Each person's last pictures, so that they can be found again. */
export type History = {
  /** A second time changes nothing but the entry. */
  add(userId: string, entry: HistoryEntry): Promise<void>;
  remove(userId: string, id: string): Promise<void>;
  /** Everything of one person. */
  forget(userId: string): Promise<void>;
  /** All there are, the newest first. */
  list(userId: string): Promise<HistoryEntry[]>;
};

export const historyFamily = "history";

/** Entries a person, the newest. */
const most = 100;
/** As long as a job's record, without which nothing can be drawn again. Seconds. */
const keepSeconds = 30 * 24 * 3600;

export function createHistory(redis: Redis): History {
  const key = (userId: string) => keyOf(historyFamily, userId);
  const all = async (userId: string) =>
    Object.values(await redis.hgetall(key(userId)))
      .flatMap((json) => entry.safeParse(JSON.parse(json)).data ?? [])
      .sort((a, b) => b.at - a.at);
  const isOld = ({ at }: HistoryEntry) => Date.now() - at > keepSeconds * 1000;

  return {
    async add(userId, added) {
      await redis.hset(key(userId), added.id, JSON.stringify(added));
      await redis.expire(key(userId), keepSeconds);
      const entries = await all(userId);
      const over = entries.filter((each, index) => index >= most || isOld(each));
      if (over.length > 0) await redis.hdel(key(userId), ...over.map(({ id }) => id));
    },
    async remove(userId, id) {
      await redis.hdel(key(userId), id);
    },
    async forget(userId) {
      await redis.del(key(userId));
    },
    list: async (userId) => (await all(userId)).filter((each) => !isOld(each)),
  };
}
