import { type AllowedModels, allowedLayers, modelOf } from "./allowed-models.ts";
import { type Catalog, listOf } from "./catalog.ts";
import { decide, type Decided, type Layer } from "./decide.ts";
import { keepKnown } from "./keep-known.ts";
import { bookEntryOf, type ModelBook } from "./model-book.ts";
import { activated, profileOf } from "./model-profile.ts";
import { findModel } from "./names.ts";
import type { Values } from "./request.ts";

/** What a server says about models, and what the webuis have. */
export type ModelRules = {
  allowed: AllowedModels;
  book: ModelBook;
  catalogs: readonly Catalog[];
};

/**
 * Everything that somebody decided about a drawing: its model first, then, as the weakest, what that model's profile says.
 * `complete`: what is left open was left open on purpose, so the profile says nothing.
 * @throws {UserError} when the person chose a model that is not allowed.
 */
export function decideDrawing(
  layers: readonly Layer[],
  { allowed, book, catalogs }: ModelRules,
  { complete, fitting }: { complete: boolean; fitting(values: Values): Values },
): Decided {
  const served = allowedLayers(layers, allowed, catalogs);
  const decided = decide(served);
  const title = modelOf(decided, catalogs);
  if (complete || title === undefined) return decided;
  const entry = findModel(listOf(catalogs, "models"), title) ?? { name: title };
  const { activator, values } = profileOf(title, bookEntryOf(book, entry, catalogs)?.profile);
  // Its sampler must be where the model is, or no webui could draw it.
  const having = catalogs.filter(({ lists }) => findModel(lists.models, title) !== undefined);
  const profile: Layer = { from: "profile", values: fitting(keepKnown(values, having).values) };
  const whole = decide([profile, ...served]);
  const { prompt } = whole.values;
  if (activator === undefined || typeof prompt !== "string") return whole;
  return { ...whole, values: { ...whole.values, prompt: activated(prompt, activator) } };
}
