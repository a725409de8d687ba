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

/** As it is stored; earlier versions did not say to whom it was offered. */
const ownDraft = draft.extend({ ownerId: z.string().optional() });

/** What a private answer offers to draw, until somebody presses its buttons. */
export type KeptDraft = z.infer<typeof draft>;

export type Drafts = {
  /** `id`: of the interaction whose answer offers it; `userId`: to whom. The last one counts. */
  put(id: string, userId: string, draft: KeptDraft): Promise<void>;
  /** Undefined also where it was offered to somebody else: ids can be made up. */
  get(id: string, userId: string): Promise<KeptDraft | undefined>;
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
  const get = async (id: string, userId: string) => {
    const json = await redis.get(key(id));
    if (json === null) return undefined;
    const stored = ownDraft.safeParse(JSON.parse(json)).data;
    if (stored === undefined) return undefined;
    const { ownerId, ...kept } = stored;
    return ownerId === undefined || ownerId === userId ? kept : undefined;
  };
  return {
    async put(id, userId, value) {
      const now = Date.now();
      await redis
        .multi()
        .set(key(id), JSON.stringify({ ...value, ownerId: userId }), "EX", keepSeconds)
        .zadd(idsKey(userId), now, id)
        .zremrangebyscore(idsKey(userId), 0, now - keepSeconds * 1000)
        .expire(idsKey(userId), keepSeconds)
        .exec();
    },
    get,
    async allOf(userId) {
      const all: Record<string, KeptDraft> = {};
      for (const id of await redis.zrange(idsKey(userId), 0, "-1")) {
        const kept = await get(id, userId);
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
