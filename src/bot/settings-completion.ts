import type { APIApplicationCommandAutocompleteInteraction } from "discord-api-types/v10";
import { cut } from "../discord/markdown.ts";
import { settingLabel } from "../discord/setting-words.ts";
import { readFocused, readSubcommand, typedIn } from "../discord/subcommand.ts";
import { choiceLabel, completeEntries, type Entry } from "../generation/names.ts";
import { readSign, settingNamed } from "../generation/setting-values.ts";
import {
  blockableCommands,
  isServerSetting,
  languages,
  type ServerSetting,
  type SettingName,
  serverSettings,
  settingNames,
  scopesOf,
} from "../generation/settings.ts";
import { rowOf } from "../generation/parameters.ts";
import { factsOf } from "../generation/facts.ts";
import type { Text } from "../text/en.ts";
import { isManager, textForAsker } from "./asker.ts";
import type { Context } from "./command.ts";
import { type Choice, complete, completeLast } from "./complete.ts";
import { offeredValues } from "./offered-values.ts";
import { allModels } from "./server-view.ts";

/** What can be chosen for `name` and `value` of /settings. */
export async function completeSetting(
  interaction: APIApplicationCommandAutocompleteInteraction,
  context: Context,
): Promise<Choice[]> {
  const text = textForAsker(interaction);
  const focused = readFocused(interaction);
  const sub = readSubcommand(interaction);
  if (focused?.name === "name") {
    return completeName(focused.typed, typedIn(sub, "scope"), text);
  }
  if (focused?.name !== "value") return [];
  const name = settingNamed(typedIn(sub, "name") ?? "", text);
  if (name === undefined) return [];
  const { sign, rest } = readSign(name, focused.typed);
  const found = await completeValue(interaction, name, rest, context);
  return sign === undefined ? found : found.flatMap((choice) => signed(sign, choice));
}

/** Nothing where it does not fit: Discord would refuse all of them. */
function signed(sign: string, { name, value }: Choice): Choice[] {
  const [shown, meant] = [`${sign} ${name}`, `${sign} ${value}`];
  return meant.length > maxChoice ? [] : [{ name: cut(shown, maxChoice), value: meant }];
}
/** Of a choice's name and value. Characters. */
const maxChoice = 100;

function completeName(typed: string, scope: string | undefined, text: Text): Choice[] {
  const names = settingNames.filter(
    (name) => scope === undefined || scopesOf(name).some((each) => each === scope),
  );
  const entries = names.map((name) => ({ name, label: settingLabel(name, text) }));
  return toChoices(completeEntries(entries, typed));
}

async function completeValue(
  interaction: APIApplicationCommandAutocompleteInteraction,
  name: SettingName,
  typed: string,
  context: Context,
): Promise<Choice[]> {
  const text = textForAsker(interaction);
  const catalogs = context.webuis.catalogs();
  if (isServerSetting(name)) return completeServerValue(interaction, name, typed, context);
  if (factsOf(name).kind === "boolean") return completeFlag(typed, text);
  if (rowOf(name).suggest !== undefined) return complete(name, typed, catalogs);
  return toChoices(await offeredValues(interaction, name, typed, context));
}

async function completeServerValue(
  interaction: APIApplicationCommandAutocompleteInteraction,
  name: ServerSetting,
  typed: string,
  context: Context,
): Promise<Choice[]> {
  // Names of roles, channels and models may be hidden from whoever cannot set this.
  if (!isManager(interaction)) return [];
  const { places } = context;
  const { guild_id: guildId } = interaction;
  const text = textForAsker(interaction);
  switch (serverSettings[name].kind) {
    case "flag":
      return completeFlag(typed, text);
    case "models":
      return completeLast(await allModels(interaction, context), typed, false);
    case "commands":
      return completeLast(
        blockableCommands.map((each) => ({ name: each })),
        typed,
        false,
      );
    case "language":
      return toChoices(
        completeEntries(
          languages.map((each) => ({ name: each, label: text.settings.language(each) })),
          typed,
        ),
      );
    case "roles": {
      if (guildId === undefined) return [];
      const roles = await places.roles(guildId);
      const others = roles.filter(({ id }) => id !== guildId);
      return completeLast(
        others.map(({ id, name: label }) => ({ name: id, label })),
        typed,
        false,
      );
    }
    case "channel": {
      if (guildId === undefined) return [];
      const channels = (await places.channels(guildId)).filter(
        ({ type }) => type === 0 || type === 5,
      );
      return toChoices(
        completeEntries(
          channels.map(({ id, name: label }) => ({ name: id, label: `#${label}` })),
          typed,
        ),
      );
    }
    case "people":
      return [];
    default:
      return toChoices(await offeredValues(interaction, name, typed, context));
  }
}

function completeFlag(typed: string, text: Text): Choice[] {
  const entries = [
    { name: "yes", label: text.settings.yes },
    { name: "no", label: text.settings.no },
  ];
  return toChoices(completeEntries(entries, typed));
}

const toChoices = (entries: readonly Entry[]): Choice[] =>
  entries.map((entry) => ({ name: choiceLabel(entry), value: entry.name }));
