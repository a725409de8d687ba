import type { APIApplicationCommandAutocompleteInteraction } from "discord-api-types/v10";
import { readFocused, readSubcommand } from "../discord/subcommand.ts";
import { choiceLabel, choiceValue, completeEntries } from "../generation/names.ts";
import type { ServerModel } from "../generation/server-models.ts";
import { isManager } from "./asker.ts";
import type { Context } from "./command.ts";
import type { Choice } from "./complete.ts";
import { isOffered, readModels } from "./read-models.ts";

const isHidden = ({ said }: ServerModel) => said?.hidden === true;
const isHere = ({ webuis }: ServerModel) => webuis.length > 0;

/** Which models a manager may mean, by the subcommand. */
const meant: Record<string, (model: ServerModel) => boolean> = {
  hide: (model) => !isHidden(model),
  show: isHidden,
  default: isHere,
};

/** The models that the option `model` of `/models` can be. */
export async function completeModel(
  interaction: APIApplicationCommandAutocompleteInteraction,
  context: Context,
): Promise<Choice[]> {
  const { all } = await readModels(interaction, context);
  const { path } = readSubcommand(interaction);
  const fits = isManager(interaction) ? (meant[path] ?? (() => true)) : isOffered;
  const entries = all.filter(fits).map(({ entry }) => entry);
  return completeEntries(entries, readFocused(interaction)?.typed ?? "").map((entry) => ({
    name: choiceLabel(entry),
    value: choiceValue(entry.name),
  }));
}
