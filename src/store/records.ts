import type { Redis } from "ioredis";
import { z } from "zod";
import { work } from "../generation/work.ts";
import { type Ending, endKey } from "./ending.ts";
import { keyOf } from "./redis.ts";

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
  /** Claims the end of a job; answers how it really ended, which another may have claimed before. */
  end(id: string, ending: Ending): Promise<Ending>;
  ending(id: string): Promise<Ending | undefined>;
  /** Notes of a delivery under way, so that a second try knows what the first one did. */
  note(id: string, name: string, value: string): Promise<void>;
  notes(id: string): Promise<Record<string, string>>;
};

export const recordFamily = "record";
export const notesFamily = "notes";

/** Seconds. */
const keepSeconds = 30 * 24 * 3600;

export function createRecords(redis: Redis): Records {
  const recordKey = (id: string) => keyOf(recordFamily, id);
  const notesKey = (id: string) => keyOf(notesFamily, id);

  return {
    async put(id, value) {
      await redis.set(recordKey(id), JSON.stringify(value), "EX", keepSeconds, "NX");
    },
    async get(id) {
      const json = await redis.get(recordKey(id));
      return json === null ? undefined : record.safeParse(JSON.parse(json)).data;
    },
    async end(id, ending) {
      const won = await redis.set(endKey(id), ending, "EX", keepSeconds, "NX");
      return won === null ? (((await redis.get(endKey(id))) as Ending | null) ?? ending) : ending;
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
  };
}
