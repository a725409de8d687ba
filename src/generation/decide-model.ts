import { type AllowedModels, allowedLayers, modelForAll } from "./allowed-models.ts";
import { type Catalog, listOf } from "./catalog.ts";
import { decide, type Decided, type Layer } from "./decide.ts";
import { whereItFits } from "./fitting.ts";
import { fittingLayers, type Insisted, insistedOn } from "./fitting-layers.ts";
import { bookEntryOf, type ModelBook } from "./model-book.ts";
import { activated, profileOf } from "./model-profile.ts";
import { findModel } from "./names.ts";
import { drawnWith } from "./pieces.ts";
import type { Values } from "./request.ts";
import { without } from "./unheeded.ts";

/** What a server says about models, and what the webuis have. */
export type ModelRules = {
  allowed: AllowedModels;
  book: ModelBook;
  catalogs: readonly Catalog[];
};

/**
 * Everything that somebody decided about a drawing: its model first, then, as the weakest, what that model's profile says.
 * Of what the person did not ask for only what one webui can do with the rest.
 * `complete`: what is left open was left open on purpose, so the profile says nothing.
 * @throws {UserError} when the person chose a model that is not allowed.
 */
export function decideDrawing(
  layers: readonly Layer[],
  { allowed, book, catalogs }: ModelRules,
  { complete, fitting }: { complete: boolean; fitting(values: Values): Values },
): Decided {
  const left = allowedLayers(layers, allowed, catalogs);
  const asked = left.filter(isAsked);
  const defaults = left.filter((layer) => !isAsked(layer));
  const insisted = insistedOn(decide(asked).values, catalogs, { complete });
  const served = fittingLayers(defaults, insisted, catalogs, drawnWith);
  const decided = decide([...served.layers, ...asked]);
  const rather = [served.where, whereItFits(insisted.pieces, catalogs), catalogs];
  const { model = modelForAll(allowed, rather) } = decided.values;
  if (typeof model !== "string") return decided;
  const entry = findModel(listOf(catalogs, "models"), model) ?? { name: model };
  const isOwn = catalogs.some((catalog) => catalog.model === model);
  const from = decided.from.model ?? (isOwn ? undefined : "profile");
  const named = ({ values, from: sources }: Decided): Decided => ({
    values: { ...values, model: decided.values.model ?? entry.name },
    from: from === undefined ? sources : { ...sources, model: from },
  });
  if (complete) return named(decided);
  const { activator, values } = profileOf(entry.name, bookEntryOf(book, entry, catalogs)?.profile);
  // All else that was decided beforehand goes with this model.
  const beside = fittingLayers(
    [{ from: "profile", values: fitting(values) }, ...defaults.map(withoutModel)],
    withModel(insisted, model),
    catalogs,
    drawnWith,
  );
  const whole = named(decide([...beside.layers, ...asked]));
  const { prompt } = whole.values;
  if (activator === undefined || typeof prompt !== "string") return whole;
  return { ...whole, values: { ...whole.values, prompt: activated(prompt, activator) } };
}

const isAsked = ({ from }: Layer) => from === "asked" || from === "preset";

const withoutModel = ({ from, values }: Layer): Layer => ({
  from,
  values: without(values, ["model"]),
});

const withModel = ({ values, pieces }: Insisted, model: string): Insisted => ({
  values: { ...values, model },
  pieces: [...pieces, { kind: "name", parameter: "model", name: model }],
});
