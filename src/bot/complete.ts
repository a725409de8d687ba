import type { APIApplicationCommandAutocompleteInteraction } from "discord-api-types/v10";
import { readFocused, readSubcommand } from "../discord/subcommand.ts";
import { type Catalog, type ListName, listOf } from "../generation/catalog.ts";
import {
  choiceLabel,
  choiceValue,
  completeEntries,
  type Entry,
  findEntry,
  maxChoices,
  readWeighted,
} from "../generation/names.ts";
import { factsOf } from "../generation/facts.ts";
import { whereItFits } from "../generation/fitting.ts";
import { type ParameterName, parameterNames, parameters, rowOf } from "../generation/parameters.ts";
import { hasPiece, namedIn } from "../generation/pieces.ts";
import type { Values } from "../generation/request.ts";
import { splitNames } from "../generation/values.ts";

const ratios = [
  "1:1",
  "4:3",
  "3:4",
  "3:2",
  "2:3",
  "16:9",
  "9:16",
  "16:10",
  "10:16",
  "21:9",
  "9:21",
  "2:1",
  "1:2",
];

export type Choice = { name: string; value: string };

/** What can be chosen for the option that is being typed, if it is a parameter of the table. */
export function completionOf(
  interaction: APIApplicationCommandAutocompleteInteraction,
  catalogs: readonly Catalog[],
): Choice[] | undefined {
  const focused = readFocused(interaction);
  if (focused === undefined || !isParameter(focused.name)) return undefined;
  // Those are everybody's own (`preset-completion.ts`).
  if (rowOf(focused.name).suggest === "presets") return undefined;
  return complete(focused.name, focused.typed, catalogsBeside(focused.name, interaction, catalogs));
}

/** Those of the webuis that have what was chosen already, as far as one has all of that. */
function catalogsBeside(
  focused: string,
  interaction: APIApplicationCommandAutocompleteInteraction,
  catalogs: readonly Catalog[],
): readonly Catalog[] {
  const chosen: Values = {};
  for (const option of readSubcommand(interaction).options) {
    if (option.name === focused || !isParameter(option.name) || !("value" in option)) continue;
    const { value } = option;
    chosen[option.name] = factsOf(option.name).kind === "names" ? splitNames(String(value)) : value;
  }
  // Something that nobody has may still be typed.
  const known = namedIn(chosen, parameterNames).filter((piece) =>
    catalogs.some((catalog) => hasPiece(catalog, piece)),
  );
  const where = whereItFits(known, catalogs);
  return where.length > 0 ? where : catalogs;
}

/** Never more than 25 choices, never one over 100 characters. */
export function complete(
  parameter: ParameterName,
  typed: string,
  catalogs: readonly Catalog[],
): Choice[] {
  const entries = entriesOf(parameter, catalogs);
  if (factsOf(parameter).kind === "names") {
    return completeLast(entries, typed, rowOf(parameter).suggest === "loras");
  }
  return completeEntries(entries, typed).map((entry) => ({
    name: choiceLabel(entry),
    value: choiceValue(entry.name),
  }));
}

function entriesOf(parameter: ParameterName, catalogs: readonly Catalog[]): Entry[] {
  const { suggest } = rowOf(parameter);
  if (suggest === "ratios") return ratios.map((name) => ({ name }));
  if (suggest === undefined || suggest === "presets") return [];
  return listOf(catalogs, suggest satisfies ListName);
}

/**
 * A list with commas: what stands before the last comma is kept, the last entry is completed. `weighted`: an entry
 * may end in a weight.
 */
export function completeLast(
  entries: readonly Entry[],
  typed: string,
  weighted: boolean,
): Choice[] {
  const parts = typed.split(",");
  const last = (parts.pop() ?? "").trim();
  const before = parts.map((part) => part.trim()).filter((part) => part !== "");
  const { name, weight } = readWeighted(last);
  const known = weighted && weight !== undefined && findEntry(entries, last) === undefined;
  const wanted = known ? name : last;
  const ending = known ? `:${weight}` : "";
  const taken = new Set(
    before.map((part) => findEntry(entries, part) ?? findEntry(entries, readWeighted(part).name)),
  );
  return completeEntries(
    entries.filter((entry) => !taken.has(entry)),
    wanted,
  )
    .map((entry) => ({
      name: shorten([...before, `${entry.label ?? entry.name}${ending}`].join(", ")),
      value: [...before, `${choiceValue(entry.name, true)}${ending}`].join(", "),
    }))
    .filter(({ value }) => value.length <= 100)
    .slice(0, maxChoices);
}

/** The end is what is being completed, so the beginning gives way; never half of a character. */
const shorten = (text: string) =>
  text.length <= 100 ? text : `…${text.slice(-99)}`.toWellFormed();

function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name);
}
