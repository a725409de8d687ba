import { UserError } from "../errors.ts";
import { factsOf } from "./facts.ts";
import { flagName, flagNames, parameterOf } from "./flag-names.ts";
import type { ParameterName } from "./parameters.ts";
import { takeQuoted } from "./quotes.ts";
import { readValue, shown } from "./values.ts";

/** What a prompt says besides what to draw. `values` holds only what was written; `unknown` names stayed text. */
export type FlaggedPrompt = {
  prompt: string;
  values: Partial<Record<ParameterName, unknown>>;
  unknown: string[];
};

/** A flag begins the text or follows a blank; phones make a dash of two hyphens. */
const sign = String.raw`(?<!\S)(?:--|[\u2013\u2014])`;
const flagStart = new RegExp(`${sign}(${flagName})`, "gu");
const flagHere = new RegExp(flagStart, "yu");
const signAhead = new RegExp(sign, "gu");
/** A backslash before what looks like a flag makes it text, and is taken away. */
const escapedFlag = /(?<!\S)\\(?=\\*(?:--|[\u2013\u2014])\p{L})/gu;
/** What says that a value follows; a colon behind a switch may be the prompt's. */
const assigned = { value: /\s*=|:/y, boolean: /\s*=|:(?=\S)/y };
const truth = /^(?:true|false|yes|no|on|off|1|0)$/i;
/** Without a sign that a value follows, "on a hill" is what to draw. */
const looseTruth = /^(?:true|false|yes|no)$/i;

/** A flag of ours, as it was written; `end` is behind its name. */
type Flag = { parameter: ParameterName; written: string; end: number };

/**
 * Takes `--steps 30` and the like out of a prompt; `names` are the parameters that it may set.
 * @throws {UserError} when a known flag has no value or one of the wrong type.
 */
export function readFlags(
  text: string,
  names: readonly ParameterName[] = flagNames,
): FlaggedPrompt {
  const values: FlaggedPrompt["values"] = {};
  const unknown = new Set<string>();
  const kept: string[] = [];
  const unclosed = new Map<string, number>();
  /** What stands before this is read. */
  let at = 0;
  flagStart.lastIndex = 0;
  for (let match = flagStart.exec(text); match !== null; match = flagStart.exec(text)) {
    const flag = toFlag(match, text, names);
    if (flag === undefined) {
      // A dash that begins no flag of ours is a dash, as in dialogue.
      if (match[0].startsWith("--")) unknown.add(match[0]);
      continue;
    }
    kept.push(text.slice(at, match.index));
    const { value, end } = takeValue(flag, text, names, unclosed);
    at = end;
    flagStart.lastIndex = end;
    const { parameter } = flag;
    const read = readValue(parameter, value);
    const earlier = values[parameter];
    values[parameter] =
      Array.isArray(earlier) && Array.isArray(read) ? [...earlier, ...read] : read;
  }
  kept.push(text.slice(at));
  const [first = "", ...rest] = kept.map((part) => part.trim().replace(escapedFlag, ""));
  return { prompt: rest.reduce(joined, first), values, unknown: [...unknown] };
}

/** A comma behind a flag belongs to what stands before the flag: `a castle --tiling, brick`. */
function joined(before: string, part: string): string {
  const [stop = ""] = /^[,.;](?=\s|$)/.exec(part) ?? [];
  const whole = before === "" || /[,.;]$/.test(before) ? before : before + stop;
  return [whole, part.slice(stop.length).trim()].filter((each) => each !== "").join(" ");
}

function toFlag(
  { 0: written, 1: name = "", index }: RegExpExecArray,
  text: string,
  names: readonly ParameterName[],
): Flag | undefined {
  const parameter = parameterOf(name, names);
  if (parameter === undefined) return undefined;
  const end = index + written.length;
  const flag = { parameter, written, end };
  if (written.startsWith("--") || isOpen(text, end)) return flag;
  // "\u2014no, never" is speech.
  return isSwitch(parameter) && /[,.;]/.test(text[end] ?? "") ? flag : undefined;
}

const isSwitch = (parameter: ParameterName) => factsOf(parameter).kind === "boolean";

/** Whether a value may follow here. */
const isOpen = (text: string, end: number) => /^(?:$|[\s=]|:\S)/.test(text.slice(end, end + 2));

/** What may end a sentence ends no number; a name may well end with a dot. */
const stop = /[,.;:!?)]+$/;
const stopOf: Partial<Record<string, RegExp>> = { integer: stop, number: stop, ratio: stop };

/** The value that stands behind a flag, and where it ends, by the parameter's kind. */
function takeValue(
  flag: Flag,
  text: string,
  names: readonly ParameterName[],
  unclosed: Map<string, number>,
) {
  const kind = isSwitch(flag.parameter) ? "boolean" : "value";
  const equals = matchAt(assigned[kind], text, flag.end);
  const behind = flag.end + equals.length;
  const start = behind + matchAt(/\s*/y, text, behind).length;
  const quoted = takeQuoted(text, start, unclosed);
  if (kind === "boolean") return takeTruth(flag, text, { start, isSaid: equals !== "", quoted });
  if (quoted !== undefined) return quoted;
  const next = nextFlag(text, start, names);
  const { kind: what } = factsOf(flag.parameter);
  const word = matchAt(/\S+/y, text, start).replace(stopOf[what] ?? /[,;]+$/, "");
  const end = what === "text" ? next : start + word.length;
  const value = text.slice(start, end).trim();
  if (value === "" || next === start || start === flag.end) throw withoutValue(flag);
  return { value, end };
}

type Taken = { value: string; end: number };

function takeTruth(
  flag: Flag,
  text: string,
  { start, isSaid, quoted }: { start: number; isSaid: boolean; quoted: Taken | undefined },
): Taken {
  const word = matchAt(/\S+/y, text, start).replace(/[,.;]$/, "");
  const taken = quoted ?? { value: word, end: start + word.length };
  if ((isSaid || quoted !== undefined ? truth : looseTruth).test(taken.value)) return taken;
  if (!isSaid) return { value: "true", end: flag.end };
  if (taken.value === "") throw withoutValue(flag);
  throw new UserError(({ refused, parameters, bounds }) =>
    refused.outOfBounds(
      parameters[flag.parameter].label,
      shown(taken.value),
      bounds.oneOf(["yes", "no"]),
    ),
  );
}

const withoutValue = ({ written }: Flag) =>
  new UserError((words) => words.refused.flagWithoutValue(written));

/** Where a text value ends: two hyphens always, but a dash only where it is a flag's. */
function nextFlag(text: string, start: number, names: readonly ParameterName[]): number {
  signAhead.lastIndex = start;
  for (let match = signAhead.exec(text); match !== null; match = signAhead.exec(text)) {
    flagHere.lastIndex = match.index;
    const named = match[0] === "--" ? null : flagHere.exec(text);
    if (match[0] === "--" || (named !== null && toFlag(named, text, names))) return match.index;
  }
  return text.length;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
