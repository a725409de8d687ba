import { allowing, type AllowedModels } from "./allowed-models.ts";
import type { Catalog } from "./catalog.ts";
import { type BookEntry, keysIn, type ModelBook } from "./model-book.ts";
import { type Entry, findModel, isSameFile, modelKey } from "./names.ts";

/** A model as a server knows it. */
export type ServerModel = {
  /** As the first webui that has it calls it, under the name that members read. */
  entry: Entry;
  /** The names of the webuis that have it; none: it is missing. */
  webuis: string[];
  said: BookEntry | undefined;
  allowed: boolean;
};

/** Every model that a webui has, and behind them those that the server speaks of and no webui has now. */
export function serverModels(
  catalogs: readonly Catalog[],
  book: ModelBook,
  { allowed, defaults }: { allowed: AllowedModels; defaults: readonly string[] },
): ServerModel[] {
  const keyOf = keysIn(book, catalogs);
  const models = new Map<string, ServerModel[]>();
  for (const { webui, lists } of catalogs) {
    for (const entry of lists.models) {
      const key = modelKey(entry.name);
      const alike = models.get(key) ?? [];
      const known = alike.find((each) => isSameFile(each.entry, entry));
      if (known === undefined) {
        const bookKey = keyOf(entry);
        const said = bookKey === undefined ? undefined : book.models[bookKey];
        // Two choices must not read the same.
        const label = alike.length === 0 ? said : undefined;
        alike.push({ entry: named(entry, label), webuis: [webui], said, allowed: true });
        models.set(key, alike);
      } else if (!known.webuis.includes(webui)) known.webuis.push(webui);
    }
  }
  const here = [...models.values()].flat();
  const entries = here.map(({ entry }) => entry);
  const used = new Set(here.map(({ said }) => said));
  const gone = [
    ...defaults.map((title): BookEntry => ({ title })),
    ...Object.values(book.models).filter((said) => !used.has(said)),
  ].filter(({ title }) => findModel(entries, title) === undefined);
  const missing = new Map(gone.map((said) => [modelKey(said.title), said]));
  const all = [...here, ...[...missing.values()].map(toMissing)];
  const isAllowed = allowing(
    allowed,
    all.map(({ entry }) => entry),
  );
  return all.map((model) => ({ ...model, allowed: isAllowed(model.entry) }));
}

const toMissing = (said: BookEntry): ServerModel => ({
  entry: named({ name: said.title }, said),
  webuis: [],
  said,
  allowed: true,
});

const named = (entry: Entry, said: BookEntry | undefined): Entry =>
  said?.name === undefined ? entry : { ...entry, label: said.name };
