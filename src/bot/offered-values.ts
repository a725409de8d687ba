import type { APIApplicationCommandAutocompleteInteraction } from "discord-api-types/v10";
import { typedSetting } from "../discord/setting-words.ts";
import { factsOf } from "../generation/facts.ts";
import { completeEntries, type Entry } from "../generation/names.ts";
import { defaultSteps } from "../generation/request.ts";
import {
  isServerSetting,
  schemaOf,
  scopes,
  serverSettings,
  type SettingName,
  settingRow,
} from "../generation/settings.ts";
import type { Text } from "../text/en.ts";
import { isManager, textForAsker } from "./asker.ts";
import type { Context } from "./command.ts";
import { isDiscreet } from "./settings-view.ts";
import { rulesFor } from "./rules.ts";

/** Discord takes no longer value. Characters. */
const maxValue = 100;

/** Of a number or a text that is chosen from no list: what is set, what is usual, and the bounds, each said. */
export async function offeredValues(
  interaction: APIApplicationCommandAutocompleteInteraction,
  name: SettingName,
  typed: string,
  context: Context,
): Promise<Entry[]> {
  const text = textForAsker(interaction);
  if (isDiscreet(name) && !isManager(interaction)) return [];
  const { situation } = await rulesFor(interaction, context);
  const set = scopes.flatMap((scope) => {
    const value = situation[scope].values[name];
    const isSet = value !== undefined && schemaOf(name).safeParse(value).success;
    return isSet
      ? [entry(typedSetting(name, value, text.settings), text.settings.sources[scope])]
      : [];
  });
  const usual = usualOf(name);
  const all = [
    ...set,
    ...(usual === undefined ? [] : [entry(usual, text.settings.sources.usual)]),
    ...boundsOf(name, typed.trim(), text),
  ].filter(({ name: value }) => value !== "" && value.length <= maxValue);
  const first = all.filter((each, at) => all.findIndex((one) => one.name === each.name) === at);
  return completeEntries(first, typed);
}

const entry = (name: string, why: string): Entry => ({ name, label: `${name} · ${why}` });

function usualOf(name: SettingName): string | undefined {
  if (name === "steps") return String(defaultSteps);
  const usual = isServerSetting(name) ? settingRow(name).usual : undefined;
  return typeof usual === "number" ? String(usual) : undefined;
}

/** What is being typed is told them too. */
function boundsOf(name: SettingName, typed: string, text: Text): Entry[] {
  const { min, max } = rangeOf(name);
  if (min === undefined || max === undefined) return [];
  const isLimit = isServerSetting(name) && serverSettings[name].kind === "amount";
  const between = text.bounds.between(min, max);
  const isTyping = /^-?[\d.,]+$/.test(typed);
  return [
    ...(isTyping ? [entry(typed, between)] : []),
    entry(String(min), isLimit ? text.settings.noLimit : between),
    entry(String(max), between),
  ];
}

function rangeOf(name: SettingName): { min?: number | undefined; max?: number | undefined } {
  if (!isServerSetting(name)) return factsOf(name);
  const row = serverSettings[name];
  if (row.kind !== "amount" && row.kind !== "share") return {};
  return { min: row.schema.minValue ?? undefined, max: row.schema.maxValue ?? undefined };
}
