import { namesOn, parameterNames, rowOf, type ParameterName } from "../generation/parameters.ts";
import { factsOf } from "../generation/facts.ts";
import type { Values } from "../generation/request.ts";
import { readValue } from "../generation/values.ts";
import type { Text } from "../text/en.ts";
import { unplain } from "./markdown.ts";
import { originMarks } from "./origin-marks.ts";

/** What a result of ours says of itself: enough to draw it again when nothing else is left. */
export type ReadResult = {
  values: Values;
  /** Of its pictures, in their order. */
  seeds: number[];
  /** It began from a picture, which it only links, or has the structure of one. */
  hasSource: boolean;
  /** It came from another result, and, if it is an old one, from a picture perhaps. */
  hasOrigin: boolean;
  userName: string | undefined;
  /** In which it was written. */
  language: Text;
};

/**
 * Reads the words below a result (`resultMessages`), in whichever language they were written; undefined where it is no
 * result of a drawing. What Discord's limits cut from a prompt is gone.
 */
export function readResult(words: string, languages: readonly Text[]): ReadResult | undefined {
  const lines = words.split("\n");
  const prompt = /^\*\*(.+)\*\*$/s.exec(lines[0] ?? "")?.[1];
  if (prompt === undefined) return undefined;
  // Some words are the same in several languages: the one in which most can be read is the right one.
  const found = languages.map((text) => readIn(text, lines));
  const [best] = found
    .filter((read) => read.seeds.length > 0)
    .sort((a, b) => factsIn(b) - factsIn(a));
  if (best === undefined) return undefined;
  return { ...best, values: { ...best.values, prompt: unplain(prompt) } };
}

const factsIn = ({ values, hasSource, hasOrigin, userName }: ReadResult) =>
  Object.keys(values).length +
  Number(hasSource) +
  Number(hasOrigin) +
  Number(userName !== undefined);

function readIn(text: Text, lines: readonly string[]): ReadResult {
  const result: ReadResult = {
    values: {},
    seeds: [],
    hasSource: false,
    hasOrigin: false,
    userName: undefined,
    language: text,
  };
  const [before = "", after = ""] = text.result.negative("\u0000").split("\u0000");
  const [nameBefore = "", nameAfter = ""] = text.result.drawnFor("\u0000").split("\u0000");
  for (const line of lines.slice(1)) {
    const words = line.replace(/^-# /, "");
    if (words.startsWith(before) && words.endsWith(after) && before + after !== "") {
      result.values.negative_prompt = unplain(
        words.slice(before.length, words.length - after.length),
      );
      continue;
    }
    // The line of the facts begins with the seed; others may say anything.
    if (!words.startsWith(`${text.result.seed} `)) continue;
    const [seeds = "", ...facts] = splitFacts(words);
    result.seeds = readSeeds(seeds.slice(text.result.seed.length + 1));
    for (const fact of facts) {
      if (fact.startsWith(nameBefore) && fact.endsWith(nameAfter)) {
        result.userName = unplain(fact.slice(nameBefore.length, fact.length - nameAfter.length));
      } else if (saysSource(text, fact)) {
        result.hasSource = true;
      } else if (fact.startsWith(`[${originMarks.result} `)) result.hasOrigin = true;
      else readFact(text, fact, result.values);
    }
  }
  const [first] = result.seeds;
  if (first !== undefined) result.values.seed = first;
  withoutHires(result.values);
  return result;
}

function saysSource(text: Text, fact: string): boolean {
  const marks = [`[${originMarks.picture} `, `${text.parameters.type.label} \``];
  return fact === text.result.source || marks.some((mark) => fact.startsWith(mark));
}

/** The size is that of the finished picture; hires fix will make it larger again. */
function withoutHires(values: Values): void {
  const scale = Number(values.hr_scale ?? (values.hr_upscaler === undefined ? 1 : 2));
  for (const side of ["width", "height"] as const) {
    if (values[side] !== undefined) values[side] = Math.round(Number(values[side]) / scale);
  }
}

/** At the dots between them, but not within code. */
function splitFacts(words: string): string[] {
  const facts: string[] = [];
  let [fact, inCode] = ["", false];
  for (const part of words.split(/(`| · )/)) {
    if (part === "`") inCode = !inCode;
    if (part === " · " && !inCode) {
      facts.push(fact);
      fact = "";
    } else fact += part;
  }
  return [...facts, fact].map((each) => each.trim()).filter((each) => each !== "");
}

/** `7`, `7–10`, `7, 9`. */
function readSeeds(words: string): number[] {
  const range = /^(\d+)–(\d+)$/.exec(words);
  if (range === null) return words.split(",").map(Number).filter(Number.isSafeInteger);
  const [first, last] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.min(25, last - first + 1) }, (_, index) => first + index);
}

function readFact(text: Text, fact: string, values: Values): void {
  if (fact.startsWith(`${text.result.model} `)) {
    const model = uncoded(fact.slice(text.result.model.length + 1));
    if (model !== text.result.unknownModel) values.model = model;
    return;
  }
  const size = /(\d+)×(\d+)$/.exec(fact);
  if (fact.startsWith(text.result.size) && size !== null) {
    Object.assign(values, { width: Number(size[1]), height: Number(size[2]) });
    return;
  }
  const name = labelled(text, fact);
  if (name === undefined) return;
  const value = fact.slice(text.parameters[name].label.length + 1);
  const read = readShown(name, value, text);
  if (read !== undefined) values[name] = read;
}

const drawable = new Set<ParameterName>([
  ...namesOn("draw"),
  ...namesOn("edit"),
  ...namesOn("redraw"),
]);

/** The parameter with whose label a fact begins; the longest label counts. */
function labelled(text: Text, fact: string): ParameterName | undefined {
  return parameterNames
    .filter((name) => drawable.has(name) && rowOf(name).quiet !== true)
    .filter((name) => fact.startsWith(`${text.parameters[name].label} `))
    .sort((a, b) => text.parameters[b].label.length - text.parameters[a].label.length)[0];
}

function readShown(name: ParameterName, value: string, text: Text): unknown {
  const { choices } = rowOf(name);
  if (choices !== undefined) {
    const words: Partial<Record<string, Record<string, string>>> = text.choices;
    return choices.find((choice) => (words[name]?.[String(choice)] ?? String(choice)) === value);
  }
  try {
    const { kind } = factsOf(name);
    if (kind === "names") return value.split(/, (?=`)/).map(uncoded);
    return kind === "name" || kind === "text" || kind === "ratio"
      ? uncoded(value)
      : readValue(name, value);
  } catch {
    // Somebody else's words.
    return undefined;
  }
}

const uncoded = (words: string) => words.replace(/^`|`$/g, "");
