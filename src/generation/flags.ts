import { UserError } from "../errors.ts";
import { factsOf } from "./facts.ts";
import { type ParameterName, parameterNames } from "./parameters.ts";
import { readValue } from "./values.ts";

/** What a prompt says besides what to draw. `values` holds only what was written; `unknown` names stayed text. */
export type FlaggedPrompt = {
  prompt: string;
  values: Partial<Record<ParameterName, unknown>>;
  unknown: string[];
};

const shortForms: Record<string, ParameterName> = {
  ar: "aspect_ratio",
  no: "negative_prompt",
  n: "count",
};

/** A flag begins the text or follows a blank; phones make a dash of two hyphens. */
const flagStart = /(^|\s)(?:--|[\u2013\u2014])([a-z][a-z0-9_-]*)(?=[\s=]|$)/giu;
const quotes: Record<string, string> = {
  '"': '"',
  "'": "'",
  "\u201c": "\u201d",
  "\u201e": "\u201c",
  "\u00ab": "\u00bb",
};
const truth = /^(true|false|yes|no|on|off)$/i;

/**
 * Takes `--steps 30` and the like out of a prompt.
 * @throws {UserError} when a known flag has no value or one of the wrong type.
 */
export function readFlags(text: string): FlaggedPrompt {
  const found: FlaggedPrompt = { prompt: "", values: {}, unknown: [] };
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    flagStart.lastIndex = at;
    const match = flagStart.exec(text);
    if (match === null) break;
    const [whole, before = "", typed = ""] = match;
    const parameter = parameterOf(typed);
    const end = match.index + whole.length;
    if (parameter === undefined) {
      found.unknown.push(whole.trim());
      kept.push(text.slice(at, end));
      at = end;
      continue;
    }
    kept.push(text.slice(at, match.index + before.length));
    const rest = text.slice(end).replace(/^\s*=?\s*/, "");
    const { value, length } = takeValue(parameter, rest, whole.trim());
    at = length === 0 ? end : text.length - rest.length + length;
    const read = readValue(parameter, value);
    const earlier = found.values[parameter];
    found.values[parameter] =
      Array.isArray(earlier) && Array.isArray(read) ? [...earlier, ...read] : read;
  }
  kept.push(text.slice(at));
  found.prompt = kept
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
  return found;
}

function parameterOf(typed: string): ParameterName | undefined {
  const name = typed.toLowerCase().replaceAll("-", "_");
  const parameter = shortForms[name] ?? parameterNames.find((known) => known === name);
  return parameter === "prompt" || parameter === "image" ? undefined : parameter;
}

/** The value's text and how many characters of `rest` it took, by the parameter's kind. */
function takeValue(parameter: ParameterName, rest: string, flag: string) {
  const { kind } = factsOf(parameter);
  const quoted = takeQuoted(rest);
  if (quoted !== undefined) return quoted;
  if (kind === "text") {
    flagAhead.lastIndex = 0;
    const end = flagAhead.exec(rest)?.index ?? rest.length;
    const value = rest.slice(0, end).trim();
    if (value !== "") return { value, length: end };
  } else {
    const word = /^\S+/.exec(rest)?.[0] ?? "";
    if (kind === "boolean")
      return truth.test(word) ? { value: word, length: word.length } : { value: "true", length: 0 };
    if (word !== "" && !/^(--|\u2014)[a-z]/i.test(word))
      return { value: word, length: word.length };
  }
  throw new UserError((text) => text.refused.flagWithoutValue(flag));
}

const flagAhead = /(?:^|\s)(?:--|\u2014)/g;

function takeQuoted(rest: string) {
  const closing = quotes[rest[0] ?? ""];
  const end = closing === undefined ? -1 : rest.indexOf(closing, 1);
  if (end <= 1) return undefined;
  if (end + 1 < rest.length && !/\s/.test(rest[end + 1] ?? "")) return undefined;
  return { value: rest.slice(1, end).trim(), length: end + 1 };
}
