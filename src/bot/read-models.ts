import { UserError } from "../errors.ts";
import { findModel, nearestNames } from "../generation/names.ts";
import { decideSetting } from "../generation/rules.ts";
import { type ServerModel, serverModels } from "../generation/server-models.ts";
import type { Context } from "./command.ts";
import { readRules, type Rules } from "./rules.ts";

/** Everything that `/models` speaks of. */
export type Models = { all: ServerModel[]; rules: Rules };

/** Who can have a default. */
export const defaultScopes = ["server", "channel", "me"] as const;

type Placed = Parameters<typeof readRules>[0];

export async function readModels(interaction: Placed, context: Context): Promise<Models> {
  const rules = await readRules(interaction, context);
  const { situation, book } = rules;
  // As the webuis have them, not as the server shows them.
  const catalogs = context.webuis.states().map(({ catalog }) => catalog);
  const defaults = defaultScopes.flatMap((scope) => {
    const { model } = situation[scope].values;
    return typeof model === "string" ? [model] : [];
  });
  const { value: allowed } = decideSetting("allowed_models", situation);
  return { all: serverModels(catalogs, book, { allowed, defaults }), rules };
}

/**
 * The model that somebody names.
 * @throws {UserError} when there is none of that name.
 */
export function modelIn(all: readonly ServerModel[], typed: string): ServerModel {
  const entries = all.map(({ entry }) => entry);
  const found = findModel(entries, typed);
  const model = all.find(({ entry }) => entry === found);
  if (model !== undefined) return model;
  const offered = all.filter(isOffered).map(({ entry }) => entry);
  const nearest = nearestNames(offered, typed);
  throw new UserError((text) =>
    text.refused.unknownName(text.parameters.model.label, typed.slice(0, 100), nearest),
  );
}

/** Whether members read of it. */
export const isOffered = ({ said, allowed, webuis }: ServerModel): boolean =>
  said?.hidden !== true && allowed && webuis.length > 0;

export const nameOf = ({ entry }: ServerModel): string => entry.label ?? entry.name;
