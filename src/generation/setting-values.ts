import { UserError } from "../errors.ts";
import { factsOf } from "./facts.ts";
import { type Catalog, listOf } from "./catalog.ts";
import { fold, nearestNames } from "./names.ts";
import { resolveValues, splitSampler } from "./resolve.ts";
import {
  isServerSetting,
  languages,
  schemaOf,
  serverSettings,
  type ServerSetting,
  settingNames,
  type SettingName,
} from "./settings.ts";
import { checkValue, readValue, splitNames } from "./values.ts";
import { isPattern } from "./words/pattern.ts";
import { createWordMatcher } from "./words/matcher.ts";
import { readWordList } from "./words/word-list.ts";

/** What a value may name. */
export type Nameable = {
  catalogs: readonly Catalog[];
  commands: readonly string[];
  /** How these are said in the language of whoever typed; English always works. */
  said?: Said;
};
export type Said = { yes: string; no: string; none: string };

/** The setting that somebody means: by its name, or by what it is called in `text`; in any case. */
export function settingNamed(typed: string, text?: Words): SettingName | undefined {
  const wanted = fold(typed);
  const asName = wanted.replaceAll(/[\s-]+/g, "_");
  return (
    settingNames.find((name) => name === asName) ??
    (text && settingNames.find((name) => fold(labelOf(name, text)) === wanted))
  );
}

/**
 * The same.
 * @throws {UserError} naming the nearest ones, when there is none.
 */
export function findSetting(typed: string, text?: Words): SettingName {
  const found = settingNamed(typed, text);
  if (found !== undefined) return found;
  const nearest = nearestNames(
    settingNames.map((name) => ({ name, aliases: text && [labelOf(name, text)] })),
    typed,
  );
  throw new UserError((text) => text.settings.refused.unknown(typed.slice(0, 100), nearest));
}

/**
 * A setting's value as somebody typed it, checked, with names in the webuis' own spelling. `none` is an empty list.
 * @throws {UserError} saying why it cannot be.
 */
export function readSetting(name: SettingName, own: string, known: Nameable): unknown {
  const typed = isWritten(name) ? own : inEnglish(own, known.said);
  if (isServerSetting(name)) return readServerSetting(name, typed.trim(), known);
  if (factsOf(name).kind === "boolean") return readFlag(name, typed.trim());
  const value = checkValue(name, readValue(name, typed));
  const named = splitSampler({ [name]: value }, known.catalogs);
  return resolveValues(named, known.catalogs)[name];
}

/** Words of one's own, which mean what they say. */
const isWritten = (name: SettingName) => !isServerSetting(name) && factsOf(name).kind !== "boolean";

function inEnglish(typed: string, said: Said | undefined): string {
  const words = typed.trim().toLowerCase();
  const found = (["yes", "no", "none"] as const).find(
    (each) => said?.[each].toLowerCase() === words,
  );
  return found ?? typed;
}

/** `+ word` adds to a list, `- word` takes out of it, a sign alone changes nothing; anything else is the whole value. */
export function readSign(
  name: SettingName,
  typed: string,
): { sign: "+" | "-" | undefined; rest: string } {
  const [, sign, rest] = /^\s*([+-])\s*(.*)$/s.exec(typed) ?? [];
  if (rest === undefined || !isList(name)) return { sign: undefined, rest: typed };
  return { sign: sign === "+" ? "+" : "-", rest };
}

/**
 * What a list is after `read` was added or taken out.
 * @throws {UserError} when it has too many entries.
 */
export function combined(
  name: SettingName,
  sign: "+" | "-" | undefined,
  before: unknown,
  read: unknown,
): unknown {
  if (sign === undefined || !Array.isArray(read)) return read;
  const known: unknown[] = Array.isArray(before) ? before : [];
  if (sign === "-") return known.filter((entry) => !read.some((out) => isSame(entry, out)));
  return checkList(name, [...known, ...read]);
}

/** Words mean the same in any case; what a pattern means may hang on it. */
const isSame = (entry: unknown, other: unknown): boolean =>
  entry === other ||
  (typeof entry === "string" &&
    typeof other === "string" &&
    !isPattern(entry) &&
    fold(entry) === fold(other));

const isList = (name: SettingName): boolean =>
  isServerSetting(name) ? schemaOf(name).safeParse([]).success : factsOf(name).kind === "names";

const truths = { yes: /^(true|yes|on|1)$/i, no: /^(false|no|off|0)$/i };
const nothing = /^(none|-)?$/i;

function readServerSetting(name: ServerSetting, typed: string, known: Nameable): unknown {
  const refuse = (why: Refusal) => new UserError((text) => why(text.settings));
  const label = (text: Words["settings"]) => text.names[name].label;
  switch (serverSettings[name].kind) {
    case "amount":
    case "share":
      return readAmount(name, typed);
    case "flag":
      return readFlag(name, typed);
    case "roles":
      return readIds(typed, /^(?:<@&)?(\d{15,21})>?$/, (part) =>
        refuse((text) => text.refused.notRole(label(text), part)),
      );
    case "people":
      return readIds(typed, /^(?:<@!?)?(\d{15,21})>?$/, (part) =>
        refuse((text) => text.refused.notPerson(label(text), part)),
      );
    case "channel": {
      const id = /^(?:<#)?(\d{15,21})>?$/.exec(typed)?.[1];
      if (id !== undefined) return id;
      throw refuse((text) => text.refused.notChannel(label(text), short(typed)));
    }
    case "language": {
      const found = languages.find((each) => each.toLowerCase() === typed.toLowerCase());
      if (found !== undefined) return found;
      throw refuse((text) => text.refused.notLanguage(short(typed), [...languages]));
    }
    case "models": {
      const models = listOf(known.catalogs, "models");
      const resolve = (model: string) =>
        models.length === 0 ? model : resolveValues({ model }, known.catalogs).model;
      return checkList(name, entriesOf(typed).map(resolve));
    }
    case "commands":
      return checkList(
        name,
        entriesOf(typed).map((part) => {
          const wanted = part.replace(/^\//, "").toLowerCase();
          const found = known.commands.find((command) => command.toLowerCase() === wanted);
          if (found !== undefined) return found;
          throw refuse((text) => text.refused.notCommand(short(part)));
        }),
      );
    case "words":
      return checkList(name, nothing.test(typed) ? [] : readWordList(typed));
  }
}

function readFlag(name: SettingName, typed: string): boolean {
  const yes = truths.yes.test(typed);
  if (yes || truths.no.test(typed)) return yes;
  throw new UserError((text) => text.settings.refused.notYesNo(labelOf(name, text), short(typed)));
}

type Refusal = (text: Words["settings"]) => string;

const entriesOf = (typed: string) => (nothing.test(typed) ? [] : splitNames(typed));
const short = (typed: string) => typed.slice(0, 60);

function readAmount(name: ServerSetting, typed: string): number {
  const value = nothing.test(typed) ? Number.NaN : Number(typed.replace(/^(\d+),(\d+)$/, "$1.$2"));
  const schema = schemaOf(name);
  if (schema.safeParse(value).success) return value;
  const { minimum = 0, maximum = 0 } = schema.toJSONSchema() as {
    minimum?: number;
    maximum?: number;
  };
  throw new UserError((text) =>
    text.settings.refused.badAmount(
      text.settings.names[name].label,
      short(typed),
      String(minimum),
      String(maximum),
    ),
  );
}

function checkList(name: SettingName, entries: unknown[]): unknown {
  const { data, success } = schemaOf(name).safeParse([...new Set(entries)]);
  if (!success) throw new UserError((text) => text.settings.refused.badList(labelOf(name, text)));
  // Says why where it holds a pattern that cannot be used.
  if (isMatched(name)) createWordMatcher(data as string[]);
  return data;
}

/** Lists that prompts are held against; the others are only written out. */
const isMatched = (name: SettingName) =>
  isServerSetting(name) && serverSettings[name].kind === "words" && name !== "always_negative";

type Words = Parameters<UserError["say"]>[0];

const labelOf = (name: SettingName, text: Words): string =>
  isServerSetting(name) ? text.settings.names[name].label : text.parameters[name].label;

function readIds(typed: string, shape: RegExp, refusal: (part: string) => UserError): string[] {
  if (nothing.test(typed)) return [];
  // Mentions may be typed without a blank between.
  const parts = typed.replaceAll("<", " <").split(/[\s,]+/);
  const ids = parts
    .filter((part) => part !== "")
    .map((part) => {
      const id = shape.exec(part)?.[1];
      if (id === undefined) throw refusal(short(part));
      return id;
    });
  return [...new Set(ids)];
}
