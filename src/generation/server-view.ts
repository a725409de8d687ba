import { type AllowedModels, allowing } from "./allowed-models.ts";
import type { Catalog } from "./catalog.ts";
import { keysIn, type ModelBook } from "./model-book.ts";
import { type Entry, isSameFile, modelKey } from "./names.ts";

/**
 * The webuis' lists as a server shows them: models under its own names, without those that it hides or does not allow.
 * A model that several webuis have under several titles is offered once.
 */
export function viewOf(
  catalogs: readonly Catalog[],
  book: ModelBook,
  allowed?: AllowedModels,
): Catalog[] {
  const keyOf = keysIn(book, catalogs);
  const first = new Map<string, Entry>();
  const named = (entry: Entry): Entry => {
    const key = modelKey(entry.name);
    const known = first.get(key);
    if (known === undefined) first.set(key, entry);
    const isOther = known !== undefined && known.name !== entry.name;
    if (isOther && isSameFile(known, entry)) return { ...entry, hidden: true };
    const said = book.models[keyOf(entry) ?? ""];
    // Two choices must not read the same.
    const label = isOther ? undefined : said?.name;
    return {
      ...entry,
      ...(label === undefined ? {} : { label }),
      ...(said?.hidden === true ? { hidden: true } : {}),
    };
  };
  const models = catalogs.map(({ lists }) => lists.models.map(named));
  const isAllowed = allowing(allowed, models.flat());
  return catalogs.map((catalog, index) => ({
    ...catalog,
    lists: {
      ...catalog.lists,
      models: (models[index] ?? []).map((entry) =>
        isAllowed(entry) ? entry : { ...entry, hidden: true },
      ),
    },
  }));
}
