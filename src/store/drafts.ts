import type { Redis } from "ioredis";
import { z } from "zod";
import { inputPicture, type ParameterName, parameters } from "../generation/parameters.ts";
import type { Values } from "../generation/request.ts";
import { origin } from "../jobs.ts";
import { keyOf } from "./redis.ts";

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
  /** `id`: of the interaction whose answer offers it. The last one counts. */
  put(id: string, draft: KeptDraft): Promise<void>;
  get(id: string): Promise<KeptDraft | undefined>;
};

export const draftFamily = "draft";

/** As long as the pictures that it may start from. Seconds. */
const keepSeconds = 7 * 24 * 3600;

export function createDrafts(redis: Redis): Drafts {
  const key = (id: string) => keyOf(draftFamily, id);
  return {
    async put(id, value) {
      await redis.set(key(id), JSON.stringify(value), "EX", keepSeconds);
    },
    async get(id) {
      const json = await redis.get(key(id));
      return json === null ? undefined : draft.safeParse(JSON.parse(json)).data;
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
