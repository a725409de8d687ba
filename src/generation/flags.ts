import { UserError } from "../errors.ts";
import { factsOf } from "./facts.ts";
import { namesOn, type ParameterName } from "./parameters.ts";
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

/** A flag begins the text or follows a blank; phones make a dash of two hyphens. */
const flagStart = /(?<!\S)(?:--|[\u2013\u2014])([a-z][a-z0-9_-]*)(?=[\s=]|$)/giu;
/** Where a text value ends: two hyphens always, but a dash only where it is a flag's. */
const flagAhead = /(?<!\S)(?:--|[\u2013\u2014](?=[a-z]))/giu;
/** What ends a quotation, by what begins it; between letters it is an apostrophe. */
const quotes = new Map([
  ['"', /"(?![\p{L}\p{N}])/u],
  ["'", /'(?![\p{L}\p{N}])/u],
  ["\u201c", /\u201d(?![\p{L}\p{N}])/u],
  ["\u201e", /\u201c(?![\p{L}\p{N}])/u],
  ["\u2018", /\u2019(?![\p{L}\p{N}])/u],
  ["\u00ab", /\u00bb(?![\p{L}\p{N}])/u],
]);
/** No value is longer, so no closing quote is looked for beyond. */
const maxQuoted = 8_000;
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
    const { value, end } = takeValue(parameter, text, flagStart.lastIndex, flag);
    at = end;
    flagStart.lastIndex = end;
    const read = readValue(parameter, value);
    const earlier = values[parameter];
    values[parameter] =
      Array.isArray(earlier) && Array.isArray(read) ? [...earlier, ...read] : read;
  }
  kept.push(text.slice(at));
  const prompt = kept
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
  return { prompt, values, unknown: [...unknown] };
}

function parameterOf(typed: string, names: readonly ParameterName[]): ParameterName | undefined {
  const name = typed.toLowerCase().replaceAll("-", "_");
  const wanted = shortForms.get(name) ?? name;
  const parameter = names.find((known) => known === wanted);
  const isText = parameter !== "prompt" && factsOf(parameter ?? "prompt").kind !== "picture";
  return isText ? parameter : undefined;
}

/** The value that stands behind a flag, and where it ends, by the parameter's kind. */
function takeValue(parameter: ParameterName, text: string, flagEnd: number, flag: string) {
  const { kind } = factsOf(parameter);
  const start = flagEnd + matchAt(/\s*=?\s*/y, text, flagEnd).length;
  const quoted = takeQuoted(text, start);
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

/** What stands in quotes here, if a blank or the end follows them. */
function takeQuoted(text: string, start: number) {
  const closing = quotes.get(text[start] ?? "");
  if (closing === undefined) return undefined;
  const rest = text.slice(start + 1, start + maxQuoted);
  const length = rest.search(closing);
  const end = start + length + 2;
  if (length === -1 || /\S/.test(text[end] ?? "")) return undefined;
  return { value: rest.slice(0, length).trim(), end };
}
