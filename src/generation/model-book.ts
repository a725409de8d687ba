import type { Catalog } from "./catalog.ts";
import { type Entry, isSameHash, modelHashes, modelKey } from "./names.ts";
import type { ModelProfile } from "./model-profile.ts";

/** What a server says of one model. */
export type BookEntry = {
  /** As it was called last: it may be on no webui just now. */
  title: string;
  /** Once it is known: by it a file is found again that was given another name. */
  hash?: string | undefined;
  /** The name that members read. */
  name?: string | undefined;
  hidden?: boolean | undefined;
  profile?: ModelProfile | undefined;
};

/** What a server says of its models, by their keys (`modelKey`). */
export type ModelBook = { models: Readonly<Record<string, BookEntry>> };
export const emptyBook: ModelBook = { models: {} };

/** Hashes are at least so long, whatever they are cut to. */
const hashStart = (hash: string) => hash.slice(0, 6);

/**
 * Tells under which key the book has a model: its own, else that of a file with its hash which is on no webui any more. Made
 * once for many models: there may be hundreds, and somebody is typing.
 */
export function keysIn(
  { models }: ModelBook,
  catalogs: readonly Catalog[],
): (entry: Entry) => string | undefined {
  const here = new Set(
    catalogs.flatMap(({ lists }) => lists.models.map(({ name }) => modelKey(name))),
  );
  const gone = new Map<string, { key: string; hash: string }[]>();
  for (const [key, { hash }] of Object.entries(models)) {
    if (hash === undefined || here.has(key)) continue;
    const start = hashStart(hash);
    gone.set(start, [...(gone.get(start) ?? []), { key, hash }]);
  }
  return (entry) => {
    const own = modelKey(entry.name);
    if (Object.hasOwn(models, own)) return own;
    if (gone.size === 0) return undefined;
    for (const hash of modelHashes(entry)) {
      const alike = gone.get(hashStart(hash)) ?? [];
      const found = alike.find((each) => isSameHash(each.hash, hash));
      if (found !== undefined) return found.key;
    }
    return undefined;
  };
}

/** What the book says of a model that a webui has. */
export function bookEntryOf(
  book: ModelBook,
  entry: Entry,
  catalogs: readonly Catalog[],
): BookEntry | undefined {
  const key = keysIn(book, catalogs)(entry);
  return key === undefined ? undefined : book.models[key];
}

/** The book with what is said of a model changed; what says nothing any more goes. */
export function withEntry(
  book: ModelBook,
  entry: Entry,
  catalogs: readonly Catalog[],
  change: (known: BookEntry) => BookEntry,
): ModelBook {
  const old = keysIn(book, catalogs)(entry);
  const known = old === undefined ? undefined : book.models[old];
  const [hash = known?.hash] = modelHashes(entry);
  const next = change({ ...known, title: entry.name, ...(hash === undefined ? {} : { hash }) });
  const { [old ?? ""]: _, ...others } = book.models;
  const says = next.name !== undefined || next.hidden === true || next.profile !== undefined;
  return { ...book, models: says ? { ...others, [modelKey(entry.name)]: next } : others };
}

/** The book with the hashes that came to be known since it was written; undefined where there are none. */
export function withHashes(book: ModelBook, catalogs: readonly Catalog[]): ModelBook | undefined {
  const missing = Object.entries(book.models).filter(([, { hash }]) => hash === undefined);
  if (missing.length === 0) return undefined;
  const hashes = new Map(
    catalogs.flatMap(({ lists }) =>
      lists.models.map((entry) => [modelKey(entry.name), modelHashes(entry)[0]] as const),
    ),
  );
  const learned = missing.flatMap(([key, entry]) => {
    const hash = hashes.get(key);
    return hash === undefined ? [] : [[key, { ...entry, hash }] as const];
  });
  if (learned.length === 0) return undefined;
  return { ...book, models: { ...book.models, ...Object.fromEntries(learned) } };
}
