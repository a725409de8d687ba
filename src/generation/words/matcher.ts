import { UserError } from "../../errors.ts";
import { type Cell, readCells } from "./cells.ts";
import { startsWord } from "./edges.ts";
import { readWord } from "./entry.ts";
import { fold } from "./fold.ts";
import { type Match, judge } from "./judge.ts";
import { wordLimits } from "./limits.ts";
import { createPattern, isPattern, type Pattern, spansOf } from "./pattern.ts";
import { createSegments } from "./segments.ts";
import { createTree, type Node } from "./tree.ts";
import { turnedText } from "./turned.ts";
import { runsOf, walk } from "./walk.ts";

/** An entry of a list and where in the text it is. */
export type FoundWord = { entry: string; start: number; end: number };

export type WordMatcher = {
  /** The first one that is found, or nothing: to refuse a text. */
  find: (text: string) => FoundWord | undefined;
  /** All of them, the longest where there are several, in order and apart from one another: to cut them out. */
  findAll: (text: string) => FoundWord[];
};

/**
 * Holds texts against a server's list. An entry is one of:
 * - a word or phrase, found as a whole word whatever its disguise: accents, capitals, look-alike letters and signs, letters
 *   drawn out, spaced or dotted apart, unseen signs, markup, prompt weights. Its English plural is found, too, and no other
 *   ending; in Korean also with a particle behind it, in Arabic and Hebrew with the article before it. In Chinese, Japanese
 *   and Thai a dictionary says where words end.
 * - a word with `*` behind it, found with any ending.
 * - `/pattern/`, a regular expression of RE2, without regard to case, held against the text as it is and against `foldText`.
 *   It is found anywhere, within words, too.
 * - signs without letters (an emoji), found anywhere.
 * Throws a UserError for a list that is too long and a pattern that the engine refuses.
 */
export function createWordMatcher(entries: readonly string[]): WordMatcher {
  if (entries.length > wordLimits.entries) {
    throw new UserError((text) => text.refused.tooManyWords(wordLimits.entries));
  }
  const patterns = entries.filter(isPattern).map(createPattern);
  if (patterns.length > wordLimits.patterns) {
    throw new UserError((text) => text.refused.tooManyPatterns(wordLimits.patterns));
  }
  const plain = entries.filter((entry) => !isPattern(entry));
  const tooLong = plain.find((entry) => entry.length > wordLimits.entryLength);
  if (tooLong !== undefined) {
    throw new UserError((text) => text.refused.wordTooLong(wordLimits.entryLength));
  }
  const words = plain.map((entry) => ({ entry, forms: readWord(entry) }));
  const tree = createTree(words.flatMap(({ forms }) => forms));
  const signs = words.filter(({ forms }) => forms.length === 0).map(({ entry }) => entry);

  function* every(text: string): Generator<FoundWord> {
    const cells = readCells(text);
    yield* wordsIn(cells, tree);
    yield* signsIn(cells, signs);
    yield* patternsIn(text, cells, patterns);
    const turned = turnedText(cells, text);
    if (turned !== undefined) yield* wordsIn(turned, tree);
  }

  return {
    find: (text) => every(text).next().value ?? undefined,
    findAll: (text) => apart([...every(text)]),
  };
}

const maxSigns = 4;

/** All words at the places where words may begin. */
function* wordsIn(cells: readonly Cell[], tree: Node): Generator<FoundWord> {
  const runs = runsOf(cells);
  const scene = { cells, segments: createSegments(cells) };
  let signs = 0;
  for (const [at, cell] of cells.entries()) {
    // Where signs that may be letters stand in a row, no word begins deep inside it.
    signs = cell.kind !== "letter" && cell.readings.length > 0 ? signs + 1 : 0;
    if (signs > maxSigns) continue;
    if (!cell.readings.some(({ letters: [first = ""] }) => tree.next.has(first))) continue;
    const withArticle = cell.script === "Arabic" || cell.script === "Hebrew";
    if (!withArticle && !startsWord(scene, at)) continue;
    let longest: Match | undefined;
    walk(cells, runs, at, tree, (word, path) => {
      const match = judge(scene, word, path);
      if (match && match.end > (longest?.end ?? 0)) longest = match;
      return undefined;
    });
    if (longest) yield foundIn(cells, longest.word.entry, longest.start, longest.end);
  }
}

function* signsIn(cells: readonly Cell[], signs: readonly string[]): Generator<FoundWord> {
  if (signs.length === 0) return;
  const text = cells.map(({ shown }) => shown);
  for (const entry of signs) {
    const wanted = readCells(entry).map(({ shown }) => shown);
    if (wanted.length === 0) continue;
    for (let at = 0; at + wanted.length <= text.length; at += 1) {
      if (wanted.every((sign, index) => text[at + index] === sign)) {
        yield foundIn(cells, entry, at, at + wanted.length);
      }
    }
  }
}

function* patternsIn(
  text: string,
  cells: readonly Cell[],
  patterns: readonly Pattern[],
): Generator<FoundWord> {
  if (patterns.length === 0) return;
  const forms = [fold(cells, "i"), fold(cells, "l")];
  const different = forms.filter(
    (form, index) => form.text !== text && form.text !== forms[index - 1]?.text,
  );
  for (const pattern of patterns) {
    const { entry } = pattern;
    for (const span of spansOf(pattern, text)) yield { entry, ...span };
    for (const { text: folded, starts, ends } of different) {
      for (const span of spansOf(pattern, folded)) {
        yield { entry, start: starts[span.start] ?? 0, end: ends[span.end - 1] ?? text.length };
      }
    }
  }
}

function foundIn(cells: readonly Cell[], entry: string, start: number, end: number): FoundWord {
  const parts = cells.slice(start, end);
  return {
    entry,
    start: parts.reduce((least, cell) => Math.min(least, cell.start), Infinity),
    end: parts.reduce((most, cell) => Math.max(most, cell.end), 0),
  };
}

/** In order; what lies over another is joined to it. */
function apart(found: FoundWord[]): FoundWord[] {
  const kept: FoundWord[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || one.start >= last.end) kept.push({ ...one });
    else last.end = Math.max(last.end, one.end);
  }
  return kept;
}
