import { type Chance, createChance } from "./chance.ts";
import { type Choice, isEscape, type Range, readChoices } from "./choices.ts";
import { factsOf } from "./facts.ts";

/** The lines of a list by its name, as between `__` and `__`; nothing where there is no such list. */
export type Wildcards = (name: string) => readonly string[] | undefined;

export type ExpandedPrompt = {
  text: string;
  /** Names of lists that do not exist; they stayed in the text as they were. */
  unknown: string[];
};

/** Choices and lists within one another; deeper ones stay text, which ends lists that name themselves. */
const maxDepth = 20;
/** Ranges of text that one expansion looks at; beyond, the rest stays as it is. Lists that name lists would never end. */
const maxParts = 10_000;
/** So many lines of a list count as one range. */
const linesAPart = 100;
const maxLength = factsOf("prompt").maxLength ?? 6000;
const wildcard = /__([\p{L}\p{N}](?:[\p{L}\p{N}/.* -]|_(?!_)){0,99})__/uy;

type Work = {
  chance: Chance;
  wildcards: Wildcards;
  unknown: Set<string>;
  parts: number;
  length: number;
};
/** A text and the choices in it, once they were read. */
type Source = { text: string; choices?: Map<number, Choice> };

/**
 * One of the texts that a prompt stands for, as in the webui's Dynamic Prompts: `{a|b}` is one of them, `{2$$a|b|c}` two in
 * any order with ", " between, `{1-2$$ and $$a|b}` one or two with " and ", `{3::a|b}` weighs a three times b, and
 * `__name__` is a line of that list; all of these may stand in one another. `\{`, `\}` and `\|` are the signs themselves.
 * What is none of these stays as it is: `{word}`, a brace without its partner, the name of an unknown list.
 * The same seed gives the same text; seeds in a row give different ones as long as there are (`createChance`).
 * Never longer than a prompt may be; empty where all that was chosen is.
 */
export function expandPrompt(prompt: string, seed: number, wildcards: Wildcards): ExpandedPrompt {
  const work = {
    chance: createChance(seed),
    wildcards,
    unknown: new Set<string>(),
    parts: 0,
    length: 0,
  };
  const text = expandRange(work, { text: prompt }, { start: 0, end: prompt.length }, 0);
  return { text: cut(text).trim(), unknown: [...work.unknown] };
}

/** False where a prompt stands for nothing but itself, so that all its pictures may be drawn at once. */
export function isDynamic(prompt: string): boolean {
  return readChoices(prompt).size > 0 || /__[\p{L}\p{N}]/u.test(prompt) || /\\[{}|]/.test(prompt);
}

/** A text that stands for itself, as a prompt: nothing in it is expanded once more. */
export function asPrompt(text: string): string {
  return isDynamic(text) ? text.replace(/[{}|]/g, "\\$&") : text;
}

function expandRange(work: Work, source: Source, { start, end }: Range, depth: number): string {
  if (work.length > maxLength) return "";
  work.parts += 1;
  const { text } = source;
  const choices = (source.choices ??= readChoices(text));
  let [expanded, kept] = ["", start];
  const keep = (upTo: number) => {
    work.length += upTo - kept;
    expanded += text.slice(kept, upTo);
  };
  for (let at = start; at < end && work.length <= maxLength;) {
    const escaped = text[at] === "\\" && isEscape(text, at) && at + 1 < end;
    const choice = choices.get(at);
    const list = text.startsWith("__", at) ? readName(text, at, end) : undefined;
    const spent = depth >= maxDepth || work.parts >= maxParts;
    if (escaped) {
      keep(at);
      kept = at + 1;
      at += 2;
    } else if (choice !== undefined && !spent) {
      keep(at);
      expanded += expandChoice(work, source, choice, depth + 1);
      kept = at = choice.end;
    } else if (list !== undefined && !spent) {
      keep(at);
      const line = expandList(work, list, depth + 1);
      kept = line === undefined ? at : at + list.length + 4;
      expanded += line ?? "";
      at += list.length + 4;
    } else at = choice === undefined ? at + 1 : choice.end;
  }
  keep(Math.max(kept, end));
  return expanded;
}

function expandChoice(work: Work, source: Source, choice: Choice, depth: number): string {
  const { least, most, separator } = choice;
  const options = optionsOf(work, source, choice);
  const count = least === most ? most : least + work.chance.oneOf(most - least + 1);
  const taken: string[] = [];
  for (let index = 0; index < count && options.length > 0; index += 1) {
    const [option] = options.splice(choose(work.chance, options), 1);
    if (option) taken.push(expandRange(work, option.source, option.range, depth));
    work.length += index === 0 ? 0 : separator.length;
    if (work.length > maxLength) break;
  }
  return taken.join(separator);
}

type Option = { source: Source; range: Range; weight: number };

/** The options of a choice; the lines of a list where that is the only one, so that `{2$$__colour__}` takes two colours. */
function optionsOf(work: Work, source: Source, { options }: Choice): Option[] {
  const [only, second] = options;
  if (only && !second) {
    const name = readName(source.text, only.start, only.end);
    const whole = name !== undefined && only.start + name.length + 4 === only.end;
    const lines = whole ? work.wildcards(name) : undefined;
    if (lines !== undefined) return linesOf(work, lines);
  }
  return options.map(({ weight, ...range }) => ({ source, range, weight }));
}

function expandList(work: Work, name: string, depth: number): string | undefined {
  const lines = work.wildcards(name);
  if (lines === undefined) work.unknown.add(name);
  if (lines === undefined || lines.length === 0) return lines && "";
  const options = linesOf(work, lines);
  const option = options[choose(work.chance, options)];
  return option && expandRange(work, option.source, option.range, depth);
}

/** The lines of a list, each of which may begin with its weight as an option may. */
function linesOf(work: Work, lines: readonly string[]): Option[] {
  work.parts += Math.ceil(lines.length / linesAPart);
  return lines.map((text) => {
    const [sign = "", weight = 1] = lineWeight.exec(text) ?? [];
    const range = { start: sign.length, end: text.length };
    return { source: { text }, range, weight: Number(weight) };
  });
}

const lineWeight = /^\s*(\d{1,6}(?:\.\d{1,6})?)::/;

function choose(chance: Chance, options: readonly { weight: number }[]): number {
  const weights = options.map(({ weight }) => weight);
  const even = weights.every((weight) => weight === weights[0]);
  return even ? chance.oneOf(weights.length) : chance.weighted(weights);
}

function readName(text: string, at: number, end: number): string | undefined {
  wildcard.lastIndex = at;
  const [whole = "", name] = wildcard.exec(text) ?? [];
  return at + whole.length <= end ? name : undefined;
}

/** Never half of a character from beyond the Basic Multilingual Plane. */
function cut(text: string): string {
  if (text.length <= maxLength) return text;
  return text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, "");
}
