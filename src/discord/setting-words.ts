import type { Said } from "../generation/setting-values.ts";
import type { SettingName } from "../generation/settings.ts";
import { isServerSetting, serverSettings } from "../generation/settings.ts";
import type { Text } from "../text/en.ts";
import { toEntry } from "../generation/to-flags.ts";
import { showWordList } from "../generation/words/word-list.ts";
import { code, cut } from "./markdown.ts";
import { choiceWords } from "./options.ts";

export function settingLabel(name: SettingName, text: Text): string {
  return isServerSetting(name) ? text.settings.names[name].label : text.parameters[name].label;
}

export function settingAbout(name: SettingName, text: Text): string {
  return isServerSetting(name) ? text.settings.names[name].about : text.parameters[name].about;
}

/** Of one value in a list of many. Characters. */
const maxValue = 200;

/** A value as it is shown: people, roles and channels as mentions, which ping nobody in our messages. */
export function settingValue(name: SettingName, value: unknown, text: Text): string {
  const { none, noLimit, yes, no } = text.settings;
  const kind = isServerSetting(name) ? serverSettings[name].kind : undefined;
  if (typeof value === "boolean") return value ? yes : no;
  if (kind === "amount") return value === 0 ? noLimit : text.info.count(Number(value));
  if (kind === "share") return text.info.count(Number(value));
  if (kind === "channel") return `<#${String(value)}>`;
  if (kind === "language") return text.settings.language(String(value));
  if (Array.isArray(value)) {
    if (value.length === 0) return none;
    const entries = value.map(String);
    if (kind === "roles") return shorten(entries.map((id) => `<@&${id}>`));
    if (kind === "people") return shorten(entries.map((id) => `<@${id}>`));
    return shorten(entries.map(code));
  }
  return isServerSetting(name) || typeof value !== "string"
    ? code(cut(String(value), maxValue))
    : code(cut(choiceWords(name, value, text), maxValue));
}

/** As many whole entries as there is room for. */
function shorten(entries: readonly string[]): string {
  let length = 0;
  const shown = entries.filter((entry) => (length += entry.length + 2) <= maxValue);
  return [...shown, ...(shown.length < entries.length ? ["…"] : [])].join(", ");
}

/** A value as one would type it. */
export function typedSetting(name: SettingName, value: unknown, said: Said): string {
  const kind = isServerSetting(name) ? serverSettings[name].kind : undefined;
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? said.yes : said.no;
  if (!Array.isArray(value)) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return kind === "channel" ? `<#${text}>` : text;
  }
  if (value.length === 0) return said.none;
  const entries = value.map(String);
  if (kind === "roles") return entries.map((id) => `<@&${id}>`).join(" ");
  if (kind === "people") return entries.map((id) => `<@${id}>`).join(" ");
  if (kind === "words") return showWordList(entries);
  return entries.map((entry) => toEntry(entry, name === "lora")).join(", ");
}
