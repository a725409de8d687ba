import type { Catalog } from "./catalog.ts";
import { type Layer, sources } from "./decide.ts";
import { heeded, whereItFits } from "./fitting.ts";
import { type ParameterName, parameterNames } from "./parameters.ts";
import { drawnWith, namedIn, type Piece, piecesOf } from "./pieces.ts";
import type { Values } from "./request.ts";

/** What was asked for, and what a webui must have for it: nothing of that is left out for the sake of anything else. */
export type Insisted = { values: Values; pieces: readonly Piece[] };

/** `complete`, a result once more: a webui may heed less of it, so that no button dies of that. */
export function insistedOn(
  values: Values,
  catalogs: readonly Catalog[],
  { complete }: { complete: boolean },
): Insisted {
  const pieces = complete ? namedIn(values, drawnWith) : heeded(piecesOf(values), catalogs);
  return { values, pieces };
}

/** The webuis that have everything that is named in a drawing, whether or not they heed all of it. */
export const whereNamed = (values: Values, catalogs: readonly Catalog[]): Catalog[] =>
  whereItFits(namedIn(values, drawnWith), catalogs);

/**
 * Of the values that somebody decided beforehand those that one webui can serve together with what was asked for: the model
 * first, then what the stronger ones say. So a default never keeps anybody from drawing. `where`: the webuis that can.
 */
export function fittingLayers(
  layers: readonly Layer[],
  { values: asked, pieces }: Insisted,
  catalogs: readonly Catalog[],
  /** Others are of no matter to this work. */
  names: readonly ParameterName[],
): { layers: Layer[]; where: readonly Catalog[] } {
  let where: readonly Catalog[] = whereItFits(pieces, catalogs);
  // That cannot be done, which is said to whoever asked.
  if (where.length === 0) where = catalogs;
  const strongestFirst = layers
    .toSorted((a, b) => sources.indexOf(b.from) - sources.indexOf(a.from))
    .map((layer) => ({ layer, kept: { ...layer.values } }));
  const decided = new Set(names.filter((name) => asked[name] !== undefined));

  const keep = (kept: Values, name: ParameterName) => {
    const value: unknown = kept[name];
    if (value === undefined || decided.has(name)) return;
    const served: unknown[] = [];
    for (const each of Array.isArray(value) ? value : [value]) {
      const one = { [name]: Array.isArray(value) ? [each] : each };
      const fits = whereItFits(heeded(piecesOf(one, names), catalogs), where);
      if (fits.length === 0 && catalogs.length > 0) continue;
      where = fits;
      served.push(each);
    }
    if (served.length === 0) delete kept[name];
    else {
      kept[name] = Array.isArray(value) ? served : value;
      decided.add(name);
    }
  };
  const others = parameterNames.filter((name) => name !== "model" && names.includes(name));
  for (const each of [["model"], others] as const) {
    for (const { kept } of strongestFirst) {
      for (const name of each) if (names.includes(name)) keep(kept, name);
    }
  }
  return { layers: strongestFirst.map(({ layer, kept }) => ({ ...layer, values: kept })), where };
}
