import { type SettingLine, settingsMessage, type SettingsView } from "../discord/settings.ts";
import type { Outgoing } from "../discord/outgoing.ts";
import { UserError } from "../errors.ts";
import { ownModel } from "../generation/allowed-models.ts";
import { decide, type Decided, type Source, sources } from "../generation/decide.ts";
import { keepKnown } from "../generation/keep-known.ts";
import { decideSetting, type ScopeSettings, type SettingSource } from "../generation/rules.ts";
import {
  defaultNames,
  isDefault,
  isServerSetting,
  schemaOf,
  serverSettingNames,
  type SettingName,
  settingNames,
  settingRow,
} from "../generation/settings.ts";
import type { Text } from "../text/en.ts";
import { isManager, textForAsker } from "./asker.ts";
import type { Asking, Context } from "./command.ts";
import { requireScope } from "./settings.ts";
import { decideDraft, readRules, type Rules } from "./rules.ts";

/** A page of what was set in one scope, or of all that holds for whoever asks. */
export async function settingsPage(
  interaction: Asking,
  { view, page }: { view: SettingsView; page: number },
  context: Context,
): Promise<Outgoing> {
  if (view !== "all") requireScope(interaction, view);
  const text = textForAsker(interaction);
  const rules = await readRules(interaction, context);
  const lines =
    view === "all"
      ? linesOfAll(rules, context, text)
      : linesOfScope(rules.situation[view], context);
  const seen = isManager(interaction) ? lines : lines.filter(({ name }) => !isDiscreet(name));
  const hidden = lines.length - seen.length;
  return settingsMessage(text, { view, page, lines: seen, hidden });
}

/** Whoever knows what is forbidden knows how to get around it. */
export function isDiscreet(name: SettingName): boolean {
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

function linesOfAll(rules: Rules, context: Context, text: Text): SettingLine[] {
  const { situation, layers } = rules;
  const { values, from } = decidedBy(rules, context);
  const own = values.model ?? ownModel(context.webuis.catalogs());
  const defaults = defaultNames.flatMap((name): SettingLine[] => {
    const gone = layers
      .filter((layer) => layer.values[name] !== undefined)
      .filter(
        (layer) =>
          isMissing(name, layer.values[name], context) ||
          // A model is left out for other reasons.
          (name !== "model" && isStronger(layer.from, from[name])),
      )
      .map((layer) => lineOf(name, layer.values[name], words(layer.from, text), true));
    const source = from[name];
    if (name === "model" && source === undefined && own !== undefined) {
      return [...gone, lineOf(name, own, text.settings.sources.webui, false)];
    }
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

/** What a drawing would be made with that nobody said more of. */
function decidedBy(rules: Rules, context: Context): Decided {
  try {
    return decideDraft({ values: {} }, rules, context);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Nothing can be drawn as it is set here, which can be mended only by whoever sees it.
    return decide(rules.layers);
  }
}

/** What the stronger say counts, unless no webui has it together with the rest. */
const isStronger = (source: Source, than: Source | undefined): boolean =>
  than === undefined || sources.indexOf(source) > sources.indexOf(than);

/** No webui has it now. */
function isMissing(name: SettingName, value: unknown, { webuis }: Context): boolean {
  if (!isDefault(name)) return false;
  return keepKnown({ [name]: value }, webuis.catalogs()).unknown[name] !== undefined;
}

function words(source: Source, { settings: { sources } }: Text): string {
  return source === "asked" || source === "preset" ? "" : sources[source];
}

function sourceWords(source: SettingSource | undefined, text: Text): string {
  const { sources } = text.settings;
  if (source === undefined) return sources.usual;
  const { scope, role } = source;
  if (role === undefined) return sources[scope];
  return (scope === "channel" ? sources.channelRole : sources.serverRole)(`<@&${role}>`);
}
