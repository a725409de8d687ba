import { RuleError, UserError } from "../errors.ts";
import { type Catalog, listOf } from "./catalog.ts";
import { decide, type Layer } from "./decide.ts";
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
 * Layers without the models that are not allowed.
 * @throws {RuleError} when the person chose one that is not allowed, by a preset or by name.
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
  return layers.map((layer): Layer => {
    const { model, ...values } = layer.values;
    return typeof model === "string" && !isAllowed(model) ? { ...layer, values } : layer;
  });
}

/**
 * What is drawn with where nobody says it: the model that a webui has set as its own; where that is not allowed, the first
 * that is, and is here. `groups`: the webuis that it is rather drawn on come first. Undefined where no webui says.
 * @throws {UserError} when none of those allowed is here.
 */
export function modelForAll(
  allowed: AllowedModels,
  groups: readonly (readonly Catalog[])[],
): string | undefined {
  const catalogs = groups.flat();
  const own = ownModel(catalogs);
  if (allowed === undefined || allowed.length === 0) return own;
  const entries = listOf(catalogs, "models");
  if (own !== undefined && allowing(allowed, entries)(findModel(entries, own) ?? { name: own })) {
    return own;
  }
  for (const group of groups) {
    const [first] = hereOf(allowed, listOf(group, "models"));
    if (first !== undefined) return first.name;
  }
  if (entries.length > 0) throw new UserError((text) => text.models.noneAllowedHere);
  return allowed[0];
}

/** The model that is drawn with where nobody says one: the one that a webui has set as its own. */
export const ownModel = (catalogs: readonly Catalog[]): string | undefined =>
  catalogs.find(({ model }) => model !== undefined)?.model;

function hereOf(allowed: readonly string[], entries: readonly Entry[]): Entry[] {
  return allowed.flatMap((name) => findModel(entries, name) ?? []);
}

/** More names are not read anyway. */
const mostNamed = 10;

function notAllowed(
  model: string,
  allowed: readonly string[],
  entries: readonly Entry[],
): RuleError {
  const here = hereOf(allowed, entries).filter(({ hidden }) => hidden !== true);
  const names = here.map(({ name, label }) => label ?? name);
  const shown = names.slice(0, mostNamed);
  const { name = model, label = name } = findModel(entries, model) ?? {};
  return new RuleError((text) =>
    text.models.notAllowed(label.slice(0, 100), shown, names.length - shown.length),
  );
}
