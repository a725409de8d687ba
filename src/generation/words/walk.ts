import type { Cell } from "./cells.ts";
import type { Word } from "./entry.ts";
import type { Reading } from "./glyph.ts";
import type { Node } from "./tree.ts";

/** A cell as it was read on the way; `again`: it only repeats the letter before, up to the cell `to`. */
export type Step = { at: number; to: number; reading: Reading; again: boolean };

/** Signs between two letters beyond which they belong to no one word. Blanks in a row count once. */
const maxGap = 24;
const maxMixedRun = 64;
/** No disguise that a person can read leaves so many ways open. */
const maxWays = 400;
const maxNodes = 1_000_000;

export type Runs = Int32Array;

/** For every cell, where the row of the same glyph that it stands in ends. */
export function runsOf(cells: readonly Cell[]): Runs {
  const runs = new Int32Array(cells.length);
  for (let at = cells.length - 1; at >= 0; at -= 1) {
    const [cell, after] = [cells[at], cells[at + 1]];
    const same = cell && after && cell.folded === after.folded && cell.kind === after.kind;
    runs[at] = same ? (runs[at + 1] ?? 0) : at + 1;
  }
  return runs;
}

/**
 * Every way to read a word of the tree from this cell on. `judge` looks at each; the first word it likes is the answer.
 * The ways are few: each cell is looked at once for each node.
 */
export function walk<T>(
  cells: readonly Cell[],
  runs: Runs,
  start: number,
  root: Node,
  judge: (word: Word, path: readonly Step[]) => T | undefined,
): T | undefined {
  const path: Step[] = [];
  const seen = new Set<number>();

  function from(at: number, node: Node, last: string): T | undefined {
    const key = at * maxNodes + node.id;
    if (seen.has(key) || seen.size > maxWays) return undefined;
    seen.add(key);
    for (const word of node.words) {
      const found = judge(word, path);
      if (found !== undefined) return found;
    }
    // First with stars between letters, then with stars in their place: what was looked at once is not looked at again.
    return onward(at, node, last, false) ?? onward(at, node, last, true);
  }

  function onward(at: number, node: Node, last: string, stars: boolean): T | undefined {
    let gap = 0;
    for (let here = at; here < cells.length && gap <= maxGap;) {
      const cell = cells[here];
      if (cell === undefined || cell.hard) break;
      const isStar = cell.folded === "*";
      for (const reading of isStar === stars ? cell.readings : []) {
        const [first = ""] = reading.letters;
        const child = follow(node, reading.letters);
        if (child !== undefined) {
          const found = step(here, here + 1, reading, false, child, reading.letters.at(-1) ?? "");
          if (found !== undefined) return found;
        }
        const same = first === last && reading.letters.length === 1 && !isStar;
        if (here === at && same && repeats(last)) {
          const found = step(here, endOfRun(here, last), reading, true, node, last);
          if (found !== undefined) return found;
        }
      }
      if (cell.skipTo === undefined && cell.kind !== "gap") break;
      const blank = cell.folded.trim() === "";
      here = cell.skipTo ?? (blank ? (runs[here] ?? here + 1) : here + 1);
      gap += 1;
      if (path.length === 0) break;
    }
    return undefined;
  }

  function step(
    at: number,
    to: number,
    reading: Reading,
    again: boolean,
    node: Node,
    last: string,
  ): T | undefined {
    path.push({ at, to, reading, again });
    const found = from(to, node, last);
    path.pop();
    return found;
  }

  function endOfRun(at: number, letter: string): number {
    let end = at;
    for (let part = 0; part < maxMixedRun; part += 1) {
      const same = cells[end]?.readings.some(
        ({ letters }) => letters.length === 1 && letters[0] === letter,
      );
      if (!same) break;
      end = runs[end] ?? end + 1;
    }
    return end;
  }

  return from(start, root, "");
}

function follow(root: Node, letters: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const letter of letters) node = node?.next.get(letter);
  return node;
}

/** Letters that people draw out: "baaaad". Where a letter is a syllable, twice is another word. */
const repeats = (letter: string) =>
  /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}ー]/u.test(letter);
