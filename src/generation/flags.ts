import { UserError } from "../errors.ts";
import { factsOf } from "./facts.ts";
import { choiceValue, readWeighted } from "./names.ts";
import { namesOn, type ParameterName } from "./parameters.ts";
import { startsQuoted, takeQuoted, toQuoted } from "./quotes.ts";
import type { Values } from "./request.ts";
import { readValue } from "./values.ts";

/** What a prompt says besides what to draw. `values` holds only what was written; `unknown` names stayed text. */
export type FlaggedPrompt = {
  prompt: string;
  values: Partial<Record<ParameterName, unknown>>;
  unknown: string[];
};

const shortForms = new Map<string, ParameterName>([
  ["ar", "aspect_ratio"],
  ["no", "negative_prompt"],
  ["n", "count"],
]);

/** A flag begins the text or follows a blank; phones make a dash of two hyphens. The sentence may go on behind it. */
const flagStart = /(?<!\S)(?:--|[\u2013\u2014])([a-z][a-z0-9_-]*)(?=[\s=,.;:!?)]|$)/giu;
/** Where a text value ends: two hyphens always, but a dash only where it is a flag's. */
const flagAhead = /(?<!\S)(?:--|[\u2013\u2014](?=[a-z]))/giu;
/** A backslash before what looks like a flag makes it text, and is taken away. */
const escapedFlag = /(?<!\S)\\(?=\\*(?:--|[\u2013\u2014])[a-z])/giu;
const truth = /^(?:true|false|yes|no|on|off|1|0)$/i;
/** Without a sign that a value follows, "on a hill" is what to draw. */
const looseTruth = /^(?:true|false|yes|no)$/i;

/**
 * Takes `--steps 30` and the like out of a prompt; `names` are the parameters that it may set.
 * @throws {UserError} when a known flag has no value or one of the wrong type.
 */
export function readFlags(text: string, names = namesOn("draw")): FlaggedPrompt {
  const values: FlaggedPrompt["values"] = {};
  const unknown = new Set<string>();
  const kept: string[] = [];
  const unclosed = new Map<string, number>();
  /** What stands before this is read. */
  let at = 0;
  flagStart.lastIndex = 0;
  for (let match = flagStart.exec(text); match !== null; match = flagStart.exec(text)) {
    const [flag, typed = ""] = match;
    const parameter = parameterOf(typed, names);
    if (parameter === undefined) {
      // A dash that begins no flag of ours is a dash, as in dialogue.
      if (flag.startsWith("--")) unknown.add(flag);
      continue;
    }
    kept.push(text.slice(at, match.index));
    const { value, end } = takeValue(parameter, text, flagStart.lastIndex, flag, unclosed);
    at = end;
    flagStart.lastIndex = end;
    const read = readValue(parameter, value);
    const earlier = values[parameter];
    values[parameter] =
      Array.isArray(earlier) && Array.isArray(read) ? [...earlier, ...read] : read;
  }
  kept.push(text.slice(at));
  const prompt = kept
    .map((part) => part.trim().replace(escapedFlag, ""))
    .filter((part) => part !== "")
    .join(" ");
  return { prompt, values, unknown: [...unknown] };
}

function parameterOf(typed: string, names: readonly ParameterName[]): ParameterName | undefined {
  const name = typed.toLowerCase().replaceAll("-", "_");
  const wanted = shortForms.get(name) ?? name;
  const parameter = names.find((known) => known === wanted);
  return parameter !== undefined && isTyped(parameter) ? parameter : undefined;
}

/** The prompt is what is around the flags, and no picture can be typed. */
function isTyped(parameter: ParameterName): boolean {
  return parameter !== "prompt" && !["picture", "units"].includes(factsOf(parameter).kind);
}

/** The value that stands behind a flag, and where it ends, by the parameter's kind. */
function takeValue(
  parameter: ParameterName,
  text: string,
  flagEnd: number,
  flag: string,
  unclosed: Map<string, number>,
) {
  const { kind } = factsOf(parameter);
  const start = flagEnd + matchAt(/\s*=?\s*/y, text, flagEnd).length;
  const quoted = takeQuoted(text, start, unclosed);
  const word = matchAt(/\S+/y, text, start);
  if (kind === "boolean") {
    const taken = quoted ?? { value: word, end: start + word.length };
    const meant = quoted !== undefined || text[flagEnd] === "=" ? truth : looseTruth;
    return meant.test(taken.value) ? taken : { value: "true", end: flagEnd };
  }
  if (quoted !== undefined) return quoted;
  flagAhead.lastIndex = start;
  const end = kind === "text" ? (flagAhead.exec(text)?.index ?? text.length) : start + word.length;
  const value = text.slice(start, end).trim();
  if (value === "" || /^(?:--|[\u2013\u2014])[a-z]/i.test(value)) {
    throw new UserError((words) => words.refused.flagWithoutValue(flag));
  }
  return { value, end };
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

const shortOf = new Map([...shortForms].map(([short, parameter]) => [parameter, short]));
/** Where a bare value would end, or begin as something else. */
const needsQuotes = /(?<!\S)(?:--|[\u2013\u2014])|^=|^$/u;

/**
 * The inverse of `readFlags`: values as one may type them, prompt first, then a flag for each. A picture cannot be
 * typed and is left out; a name in a list that holds a comma is written as what stands for it in a choice.
 */
export function toFlags(request: Values, names = namesOn("draw")): string {
  const { prompt } = request;
  const hasPrompt = typeof prompt === "string" && names.includes("prompt");
  const parts = hasPrompt ? [escapeFlags(prompt, names)] : [];
  for (const parameter of names) {
    const value = request[parameter];
    if (value === undefined || !isTyped(parameter)) continue;
    const flag = `--${shortOf.get(parameter) ?? parameter}`;
    parts.push(value === true ? flag : `${flag} ${toTyped(parameter, value)}`);
  }
  return parts.join(" ");
}

/** A backslash before what would be read as a flag, and before those that have one. */
function escapeFlags(prompt: string, names: readonly ParameterName[]): string {
  const shape = /(?<!\S)(\\*)(?:--|[\u2013\u2014])([a-z][a-z0-9_-]*)/giu;
  return prompt.replace(shape, (whole, escape: string, name: string) =>
    escape !== "" || parameterOf(name, names) !== undefined ? `\\${whole}` : whole,
  );
}

function toTyped(parameter: ParameterName, value: unknown): string {
  if (value === false) return "no";
  const names = Array.isArray(value) ? value.map(String) : undefined;
  const text = names?.map((name) => toEntry(parameter, name)).join(", ") ?? String(value);
  const bare = !needsQuotes.test(text) && !startsQuoted(text);
  const whole = factsOf(parameter).kind === "text" || !/\s/.test(text);
  return bare && whole ? text : toQuoted(text);
}

/** A name for a list with commas between; only a LoRA has a weight behind it. */
function toEntry(parameter: ParameterName, name: string): string {
  if (!name.includes(",")) return name;
  const { name: bare, weight } =
    parameter === "lora" ? readWeighted(name) : { name, weight: undefined };
  return `${choiceValue(bare, true)}${weight === undefined ? "" : `:${weight}`}`;
}
