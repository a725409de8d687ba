import { factsOf } from "./facts.ts";
import { flagName, flagNames, isTyped, parameterOf, shortOf } from "./flag-names.ts";
import { choiceValue, readWeighted } from "./names.ts";
import type { ParameterName } from "./parameters.ts";
import { startsQuoted, toQuoted } from "./quotes.ts";
import type { Values } from "./request.ts";

/** Where a bare value would end, or begin as something else; a comma behind one is the sentence's. */
const needsQuotes = /(?<!\S)(?:--|[\u2013\u2014])|^=|^$|[,;]$/u;

/**
 * The inverse of `readFlags`: values as one may type them, prompt first, then a flag for each. A picture cannot be
 * typed and is left out; a name in a list that holds a comma is written as what stands for it in a choice.
 */
export function toFlags(request: Values, names: readonly ParameterName[] = flagNames): string {
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
  const shape = new RegExp(String.raw`(?<!\S)(\\*)(?:--|[\u2013\u2014])(${flagName})`, "gu");
  return prompt.replace(shape, (whole, escape: string, name: string) =>
    escape !== "" || parameterOf(name, names) !== undefined ? `\\${whole}` : whole,
  );
}

function toTyped(parameter: ParameterName, value: unknown): string {
  if (value === false) return "no";
  const names = Array.isArray(value) ? value.map(String) : undefined;
  const text =
    names?.map((name) => toEntry(name, parameter === "lora")).join(", ") ?? String(value);
  const bare = !needsQuotes.test(text) && !startsQuoted(text);
  const whole = factsOf(parameter).kind === "text" || !/\s/.test(text);
  return bare && whole ? text : toQuoted(text);
}

/** A name for a list with commas between; only a LoRA has a weight behind it. */
export function toEntry(name: string, weighted: boolean): string {
  if (!name.includes(",")) return name;
  const { name: bare, weight } = weighted ? readWeighted(name) : { name, weight: undefined };
  return `${choiceValue(bare, true)}${weight === undefined ? "" : `:${weight}`}`;
}
