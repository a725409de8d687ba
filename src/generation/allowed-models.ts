import { UserError } from "../errors.ts";
import { type Catalog, listOf } from "./catalog.ts";
import { decide, type Decided, type Layer } from "./decide.ts";
import { type Entry, findModel, fold, modelKey, spellings } from "./names.ts";

/** Models that are allowed, as somebody set them; undefined or none: all are. */
export type AllowedModels = readonly string[] | undefined;

/** Says of a model whether it is allowed; `entries` are all that there are, under all their names. */
export function allowing(
  allowed: AllowedModels,
  entries: readonly Entry[],
): (entry: Entry) => boolean {
  if (allowed === undefined || allowed.length === 0) return () => true;
  // Somebody may be typing: of hundreds of models each name is looked at once.
  const known = new Map(
    entries
      .toReversed()
      .flatMap((entry) => spellings(entry).map((each) => [fold(each), entry] as const)),
  );
  const find = (name: string) => known.get(fold(name)) ?? findModel(entries, name);
  const keys = new Set(allowed.map((name) => modelKey(find(name)?.name ?? name)));
  return ({ name }) => keys.has(modelKey(name));
}

/**
 * Layers without the models that are not allowed. Where nothing is left, and the webui's own is not allowed either, the
 * first that is allowed and here.
 * @throws {UserError} when the person chose one that is not allowed, by a preset or by name, or none of those allowed is here.
 */
export function allowedLayers(
  layers: readonly Layer[],
  allowed: AllowedModels,
  catalogs: readonly Catalog[],
): readonly Layer[] {
  if (allowed === undefined || allowed.length === 0) return layers;
  const entries = listOf(catalogs, "models");
  const allows = allowing(allowed, entries);
  const isAllowed = (typed: string) => allows(findModel(entries, typed) ?? { name: typed });
  const { values: chosen, from } = decide(layers);
  const isChosen = from.model === "asked" || from.model === "preset";
  if (isChosen && typeof chosen.model === "string" && !isAllowed(chosen.model)) {
    // Also one that no webui has: it may have come since the lists were read.
    throw notAllowed(chosen.model, allowed, entries);
  }
  const left = layers.map((layer): Layer => {
    const { model, ...values } = layer.values;
    return typeof model === "string" && !isAllowed(model) ? { ...layer, values } : layer;
  });
  const own = ownModel(catalogs);
  if (left.some(({ values }) => values.model !== undefined)) return left;
  if (own !== undefined && isAllowed(own)) return left;
  const [first] = hereOf(allowed, entries);
  if (first === undefined && entries.length > 0) {
    throw new UserError((text) => text.models.noneAllowedHere);
  }
  return [{ from: "profile", values: { model: first?.name ?? allowed[0] } }, ...left];
}

/** The model that is drawn with where nobody says one: the one that a webui has set as its own. */
export const ownModel = (catalogs: readonly Catalog[]): string | undefined =>
  catalogs.find(({ model }) => model !== undefined)?.model;

/** The title of the model that is drawn with; undefined where no webui says. */
export function modelOf({ values }: Decided, catalogs: readonly Catalog[]): string | undefined {
  const { model = ownModel(catalogs) } = values;
  if (typeof model !== "string") return undefined;
  return findModel(listOf(catalogs, "models"), model)?.name ?? model;
}

function hereOf(allowed: readonly string[], entries: readonly Entry[]): Entry[] {
  return allowed.flatMap((name) => findModel(entries, name) ?? []);
}

/** More names are not read anyway. */
const mostNamed = 10;

function notAllowed(
  model: string,
  allowed: readonly string[],
  entries: readonly Entry[],
): UserError {
  const here = hereOf(allowed, entries).filter(({ hidden }) => hidden !== true);
  const names = here.map(({ name, label }) => label ?? name);
  const shown = names.slice(0, mostNamed);
  const { name = model, label = name } = findModel(entries, model) ?? {};
  return new UserError((text) =>
    text.models.notAllowed(label.slice(0, 100), shown, names.length - shown.length),
  );
}
