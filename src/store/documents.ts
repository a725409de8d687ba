import type { z } from "zod";
import { keyPrefix, type Redis } from "./redis.ts";

/** What was kept under an older version, made into the next one. */
export type Migration = (old: Record<string, unknown>) => Record<string, unknown>;

export type DocumentKind<S extends z.ZodType> = {
  /** Part of the key of each. */
  family: string;
  /** What is unknown to it must pass it unchanged (`z.looseObject`), so that a newer version's keys are kept. */
  schema: S;
  /** What holds where nothing was written yet. */
  empty: z.infer<S>;
  /** From version 1 to 2, from 2 to 3, ... */
  migrations: readonly Migration[];
};

/** Versioned documents of one kind, each changed in one atomic step. */
export type Documents<T> = {
  get(id: string): Promise<T>;
  /** Several in one step; `undefined` has none. */
  getAll(ids: readonly (string | undefined)[]): Promise<T[]>;
  /** Right among any number of others that change it at the same time; `step` may run more than once. */
  change(id: string, step: (known: T) => T): Promise<T>;
  remove(id: string): Promise<void>;
};

/** A document that this version cannot read: it is left as it is. */
export class UnreadableDocumentError extends Error {
  constructor(key: string, options?: ErrorOptions) {
    super(`the document ${key} cannot be read`, options);
    this.name = "UnreadableDocumentError";
  }
}

/** Writes if nobody else has in the meantime. */
const swapScript = `
local known = redis.call('GET', KEYS[1]) or ''
if known ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`;

/** Others got in between so often that something is wrong. */
const mostTries = 200;

export function createDocuments<S extends z.ZodType>(
  redis: Redis,
  { family, schema, empty, migrations }: DocumentKind<S>,
): Documents<z.infer<S>> {
  const version = migrations.length + 1;
  const keyOf = (id: string) => `${keyPrefix}:${family}:${id}`;
  /** Documents can be large and seldom change: each text is read once. */
  const parsed = new Map<string, { json: string; document: z.infer<S> }>();

  const parse = (key: string, json: string | null | undefined): z.infer<S> => {
    if (json === null || json === undefined) return empty;
    const last = parsed.get(key);
    if (last?.json === json) return last.document;
    const document = readDocument(key, json, schema, migrations);
    parsed.delete(key);
    parsed.set(key, { json, document });
    const [oldest] = parsed.keys();
    if (parsed.size > mostParsed && oldest !== undefined) parsed.delete(oldest);
    return document;
  };

  return {
    get: async (id) => parse(keyOf(id), await redis.get(keyOf(id))),
    async getAll(ids) {
      const keys = ids.map((id) => (id === undefined ? undefined : keyOf(id)));
      const asked = keys.filter((key) => key !== undefined);
      const found = asked.length === 0 ? [] : await redis.mget(asked);
      const texts = new Map(asked.map((key, index) => [key, found[index]]));
      return keys.map((key) => (key === undefined ? empty : parse(key, texts.get(key))));
    },
    async change(id, step) {
      const key = keyOf(id);
      for (let tries = 0; tries < mostTries; tries += 1) {
        const json = await redis.get(key);
        const next = schema.parse(step(parse(key, json)));
        const text = JSON.stringify({ ...(next as object), version });
        if ((await redis.eval(swapScript, 1, key, json ?? "", text)) === 1) return next;
      }
      throw new Error(`${family} is changed by too many at once`);
    },
    async remove(id) {
      await redis.del(keyOf(id));
    },
  };
}

/** Documents that are kept as they were read. */
const mostParsed = 1_000;

function readDocument<S extends z.ZodType>(
  key: string,
  json: string,
  schema: S,
  migrations: readonly Migration[],
): z.infer<S> {
  try {
    let document = JSON.parse(json) as Record<string, unknown>;
    // Of a newer version we take what we understand.
    for (const migrate of migrations.slice(Number(document["version"] ?? 1) - 1)) {
      document = migrate(document);
    }
    return schema.parse(document);
  } catch (cause) {
    throw new UnreadableDocumentError(key, { cause });
  }
}
