import { z } from "zod";
import { keyOf, type Redis } from "./redis.ts";

const change = z.object({
  webui: z.string(),
  name: z.string(),
  /** What it was. */
  value: z.unknown(),
});
export type KeptChange = z.infer<typeof change>;

/** The way back from what was changed at a webui for good. */
export type OptionChanges = {
  put(id: string, change: KeptChange): Promise<void>;
  get(id: string): Promise<KeptChange | undefined>;
};

export const optionChangeFamily = "option-change";

/** Seconds. */
const keepSeconds = 30 * 24 * 3600;

export function createOptionChanges(redis: Redis): OptionChanges {
  const key = (id: string) => keyOf(optionChangeFamily, id);
  return {
    async put(id, value) {
      await redis.set(key(id), JSON.stringify(value), "EX", keepSeconds);
    },
    async get(id) {
      const json = await redis.get(key(id));
      return json === null ? undefined : change.safeParse(JSON.parse(json)).data;
    },
  };
}
