import type { Redis } from "./redis.ts";
import { z } from "zod";
import { emptyBook, type ModelBook } from "../generation/model-book.ts";
import { createDocuments, type DocumentKind } from "./documents.ts";

/** What is not known here is kept: another version may know it. */
const profile = z.looseObject({
  activator: z.string().optional(),
  values: z.record(z.string(), z.unknown()),
});
const model = z.looseObject({
  title: z.string(),
  hash: z.string().optional(),
  name: z.string().optional(),
  hidden: z.boolean().optional(),
  profile: profile.optional(),
});
const schema = z.looseObject({ models: z.record(z.string(), model) });

export const modelBookFamily = "models";
const kind = {
  family: modelBookFamily,
  schema,
  empty: { ...emptyBook } as z.infer<typeof schema>,
  migrations: [],
} satisfies DocumentKind<typeof schema>;

/** What servers say of their models, by the server's id. */
export type ModelBooks = {
  /** Where there is no server nothing is said. */
  get(guildId: string | undefined): Promise<ModelBook>;
  /** `step` may run more than once, and must then do the same. */
  change(guildId: string, step: (known: ModelBook) => ModelBook): Promise<ModelBook>;
};

export function createModelBooks(redis: Redis): ModelBooks {
  const documents = createDocuments(redis, kind);
  return {
    get: async (guildId) => (guildId === undefined ? emptyBook : documents.get(guildId)),
    // What a step does not know it hands on, so the document's own keys are kept.
    change: (guildId, step) =>
      documents.change(guildId, (known) => step(known) as z.infer<typeof schema>),
  };
}
