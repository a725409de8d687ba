import { type SettingLine, settingsMessage, type SettingsView } from "../discord/settings.ts";
import type { Outgoing } from "../discord/outgoing.ts";
import { decide, type Layer } from "../generation/decide.ts";
import { keepKnown } from "../generation/keep-known.ts";
import {
  decideSetting,
  layersOf,
  type ScopeSettings,
  type SettingSource,
  type Situation,
} from "../generation/rules.ts";
import {
  defaultNames,
  isDefault,
  isServerSetting,
  schemaOf,
  type Scope,
  serverSettingNames,
  type SettingName,
  settingNames,
  settingRow,
} from "../generation/settings.ts";
import type { Text } from "../text/en.ts";
import { isManager, textForAsker } from "./asker.ts";
import type { Asking, Context } from "./command.ts";
import { requireScope } from "./settings.ts";
import { readRules } from "./rules.ts";

/** A page of what was set in one scope, or of all that holds for whoever asks. */
export async function settingsPage(
  interaction: Asking,
  { view, page }: { view: SettingsView; page: number },
  context: Context,
): Promise<Outgoing> {
  if (view !== "all") requireScope(interaction, view);
  const text = textForAsker(interaction);
  const { situation } = await readRules(interaction, context);
  const lines =
    view === "all" ? linesOfAll(situation, context, text) : linesOfScope(situation[view], context);
  const seen = isManager(interaction) ? lines : lines.filter(({ name }) => !isDiscreet(name));
  const hidden = lines.length - seen.length;
  return settingsMessage(text, { view, page, lines: seen, hidden });
}

/** Whoever knows what is forbidden knows how to get around it. */
function isDiscreet(name: SettingName): boolean {
  return isServerSetting(name) && discreet.includes(settingRow(name).kind);
}
const discreet = ["words", "people", "channel"];

function linesOfScope({ values, roles }: ScopeSettings, context: Context): SettingLine[] {
  const of = (stored: Readonly<Record<string, unknown>>, role?: string) =>
    settingNames.flatMap((name): SettingLine[] => {
      if (!schemaOf(name).safeParse(stored[name]).success || stored[name] === undefined) return [];
      const value = stored[name];
      return [{ name, value, missing: isMissing(name, value, context), ...(role && { role }) }];
    });
  return [...of(values), ...Object.entries(roles).flatMap(([role, own]) => of(own, role))];
}

function linesOfAll(situation: Situation, context: Context, text: Text): SettingLine[] {
  const layers = layersOf(situation);
  const served = layers.map((layer) => ({ ...layer, values: knownIn(layer, context) }));
  const { values, from } = decide(served);
  const defaults = defaultNames.flatMap((name): SettingLine[] => {
    const gone = layers
      .filter(
        (layer) => layer.values[name] !== undefined && isMissing(name, layer.values[name], context),
      )
      .map((layer) => lineOf(name, layer.values[name], words(layer.from, text), true));
    const source = from[name];
    if (source === undefined) return gone;
    return [...gone, lineOf(name, values[name], words(source, text), false)];
  });
  const decided = serverSettingNames.flatMap((name): SettingLine[] => {
    const { value, from: source } = decideSetting(name, situation);
    if (value === undefined || (source === undefined && settingRow(name).kind === "flag"))
      return [];
    return [lineOf(name, value, sourceWords(source, text), false)];
  });
  return [...defaults, ...decided];
}

const lineOf = (name: SettingName, value: unknown, from: string, missing: boolean) => ({
  name,
  value,
  from,
  missing,
});

const knownIn = ({ values }: Layer, { webuis }: Context) =>
  keepKnown(values, webuis.catalogs()).values;

/** No webui has it now. */
function isMissing(name: SettingName, value: unknown, { webuis }: Context): boolean {
  if (!isDefault(name)) return false;
  return keepKnown({ [name]: value }, webuis.catalogs()).unknown[name] !== undefined;
}

function words(scope: string, text: Text): string {
  return text.settings.sources[scope as Scope];
}

function sourceWords(source: SettingSource | undefined, text: Text): string {
  const { sources } = text.settings;
  if (source === undefined) return sources.usual;
  const { scope, role } = source;
  if (role === undefined) return sources[scope];
  return (scope === "channel" ? sources.channelRole : sources.serverRole)(`<@&${role}>`);
}
