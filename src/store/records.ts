import { z } from "zod";
import { work } from "../generation/work.ts";
import { type Ending, endKey } from "./ending.ts";
import { notesKey } from "./notes-key.ts";
import { keyOf, type Redis } from "./redis.ts";

/** What stays of a job for its buttons: whose it is and how it was drawn, no token. */
const record = z.object({
  request: work,
  userId: z.string(),
  userName: z.string(),
});
export type JobRecord = z.infer<typeof record>;

export type Records = {
  /** The first one of an id stays, as the first job of an id does. */
  put(id: string, record: JobRecord): Promise<void>;
  get(id: string): Promise<JobRecord | undefined>;
  /** The jobs of one person that are kept, the oldest first. */
  idsOf(userId: string): Promise<string[]>;
  /** What is kept of a job that has come to its end; that it ended stays known. */
  forget(id: string, userId: string): Promise<void>;
  /** Claims the end of a job; answers how it really ended, which another may have claimed before, and whether none had. */
  end(id: string, ending: Ending): Promise<{ ending: Ending; isFirst: boolean }>;
  ending(id: string): Promise<Ending | undefined>;
  /** Notes of a delivery under way, so that a second try knows what the first one did. */
  note(id: string, name: string, value: string): Promise<void>;
  notes(id: string): Promise<Record<string, string>>;
  /** Notes what nobody has noted before; answers what stands there now. */
  claim(id: string, name: string, value: string): Promise<string>;
};

export const recordFamily = "record";
export const recordsOfFamily = "records-of";

/** Seconds. */
export const keepSeconds = 30 * 24 * 3600;

export function createRecords(redis: Redis): Records {
  const recordKey = (id: string) => keyOf(recordFamily, id);
  const idsKey = (userId: string) => keyOf(recordsOfFamily, userId);

  return {
    async put(id, value) {
      const now = Date.now();
      const ownKey = idsKey(value.userId);
      await redis
        .multi()
        .set(recordKey(id), JSON.stringify(value), "EX", keepSeconds, "NX")
        .zadd(ownKey, "NX", now, id)
        .zremrangebyscore(ownKey, 0, now - keepSeconds * 1000)
        .expire(ownKey, keepSeconds)
        .exec();
    },
    idsOf: (userId) => redis.zrange(idsKey(userId), 0, "-1"),
    async forget(id, userId) {
      await redis.multi().del(recordKey(id), notesKey(id)).zrem(idsKey(userId), id).exec();
    },
    async get(id) {
      const json = await redis.get(recordKey(id));
      return json === null ? undefined : record.safeParse(JSON.parse(json)).data;
    },
    async end(id, ending) {
      const won = await redis.set(endKey(id), ending, "EX", keepSeconds, "NX");
      if (won !== null) return { ending, isFirst: true };
      const earlier = (await redis.get(endKey(id))) as Ending | null;
      return { ending: earlier ?? ending, isFirst: false };
    },
    async ending(id) {
      return ((await redis.get(endKey(id))) as Ending | null) ?? undefined;
    },
    async note(id, name, value) {
      await redis.hset(notesKey(id), name, value);
      await redis.expire(notesKey(id), keepSeconds);
    },
    async notes(id) {
      return redis.hgetall(notesKey(id));
    },
    async claim(id, name, value) {
      const won = await redis.hsetnx(notesKey(id), name, value);
      await redis.expire(notesKey(id), keepSeconds);
      return won === 1 ? value : ((await redis.hget(notesKey(id), name)) ?? value);
    },
  };
}
