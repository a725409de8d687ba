import type { APIApplicationCommandAutocompleteInteraction } from "discord-api-types/v10";
import { readFocused, readSubcommand, typedIn } from "../../discord/subcommand.ts";
import { choiceLabel, completeEntries } from "../../generation/names.ts";
import { UserError } from "../../errors.ts";
import type { Context } from "../command.ts";
import type { Choice } from "../complete.ts";
import { isOwner } from "../owners.ts";
import { optionsOf } from "./options.ts";
import { completeServers } from "./shares.ts";
import { webuiNamed } from "./webuis.ts";

/** Webuis by name, and the settings of the one that is named; nothing for whoever may not use them. */
export async function completeAdmin(
  interaction: APIApplicationCommandAutocompleteInteraction,
  context: Context,
): Promise<Choice[]> {
  const focused = readFocused(interaction);
  if (focused === undefined || !(await isOwner(interaction, context))) return [];
  if (focused.name === "server") return completeServers(focused.typed, context);
  const sub = readSubcommand(interaction);
  const names =
    focused.name === "webui"
      ? await webuiNames(sub.path, context)
      : await optionNames(typedIn(sub, "webui") ?? "", context);
  return completeEntries(
    names.map((name) => ({ name })),
    focused.typed,
  ).map((entry) => ({ name: choiceLabel(entry), value: entry.name }));
}

/** One that was added and not reached yet can be removed, and nothing else. */
async function webuiNames(path: string, { webuis, roster }: Context): Promise<string[]> {
  const reached = webuis.states().map(({ name }) => name);
  if (path !== "webuis remove") return reached;
  const added = [...(await roster.all())].flatMap(([name, url]) =>
    url === undefined ? [] : [name],
  );
  return [...new Set([...reached, ...added])];
}

async function optionNames(typed: string, context: Context): Promise<string[]> {
  try {
    return Object.keys(await optionsOf(webuiNamed(typed, context).name, context));
  } catch (error) {
    // There is nothing to choose from yet.
    if (error instanceof UserError) return [];
    throw error;
  }
}
