import { z } from "zod";
import { inputPicture, type ParameterName, parameters } from "../generation/parameters.ts";
import type { Values } from "../generation/request.ts";
import { origin } from "../jobs.ts";
import { keyOf, type Redis } from "./redis.ts";

/** A picture where it is shown; its address may have to be made new (`discord/fetch-picture.ts`). */
const shown = z.object({
  url: z.string(),
  number: z.number().optional(),
  spoiler: z.boolean(),
});

const draft = z.object({
  /** Only what is known; each is checked when it is asked for. */
  values: z.record(z.string(), z.unknown()).transform(onlyKnown),
  /** To start from: kept already, or only shown somewhere. */
  image: inputPicture.optional(),
  picture: shown.optional(),
  /** Those of the message that was asked about, to choose from. */
  pictures: z.array(shown).optional(),
  /** The job that made them, where they are ours. */
  job: z.string().optional(),
  from: origin.optional(),
});

/** What a private answer offers to draw, until somebody presses its buttons. */
export type KeptDraft = z.infer<typeof draft>;

export type Drafts = {
  /** `id`: of the interaction whose answer offers it; `userId`: to whom. The last one counts. */
  put(id: string, userId: string, draft: KeptDraft): Promise<void>;
  get(id: string): Promise<KeptDraft | undefined>;
  /** Everything that is offered to one person, by the interaction's id. */
  allOf(userId: string): Promise<Record<string, KeptDraft>>;
  forget(userId: string): Promise<void>;
};

export const draftFamily = "draft";
export const draftsOfFamily = "drafts-of";

/** As long as the pictures that it may start from. Seconds. */
const keepSeconds = 7 * 24 * 3600;

export function createDrafts(redis: Redis): Drafts {
  const key = (id: string) => keyOf(draftFamily, id);
  const idsKey = (userId: string) => keyOf(draftsOfFamily, userId);
  const get = async (id: string) => {
    const json = await redis.get(key(id));
    return json === null ? undefined : draft.safeParse(JSON.parse(json)).data;
  };
  return {
    async put(id, userId, value) {
      const now = Date.now();
      await redis
        .multi()
        .set(key(id), JSON.stringify(value), "EX", keepSeconds)
        .zadd(idsKey(userId), now, id)
        .zremrangebyscore(idsKey(userId), 0, now - keepSeconds * 1000)
        .expire(idsKey(userId), keepSeconds)
        .exec();
    },
    get,
    async allOf(userId) {
      const all: Record<string, KeptDraft> = {};
      for (const id of await redis.zrange(idsKey(userId), 0, "-1")) {
        const kept = await get(id);
        if (kept !== undefined) all[id] = kept;
      }
      return all;
    },
    async forget(userId) {
      const ids = await redis.zrange(idsKey(userId), 0, "-1");
      await redis.del(idsKey(userId), ...ids.map(key));
    },
  };
}

/** Another version may have had others. */
function onlyKnown(values: Record<string, unknown>): Values {
  const known = Object.entries(values).filter((entry): entry is [ParameterName, unknown] =>
    Object.hasOwn(parameters, entry[0]),
  );
  return Object.fromEntries(known);
}
