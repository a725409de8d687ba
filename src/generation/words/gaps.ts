import type { Cell } from "./cells.ts";
import type { Word } from "./entry.ts";
import type { Step } from "./walk.ts";

const apostrophe = /^['’‘ʼ`´]$/;

/**
 * Whether signs and blanks within a word are there to hide it: "n u d e", "n.u.d.e", "nu-de", but not "pen is", "he'll",
 * nor letters out of a row that goes on ("c l a s s", "an-al-y-sis").
 */
export function fitsGaps(
  cells: readonly Cell[],
  word: Word,
  path: readonly Step[],
  { start, end }: { start: number; end: number },
): boolean {
  const inner = new Set<string>();
  let place = 0;
  let [pieces, gaps]: [number[], string[]] = [[0], []];
  let broken = false;
  for (const [index, { to, reading, again }] of path.entries()) {
    pieces[pieces.length - 1] = (pieces.at(-1) ?? 0) + 1;
    if (!again) place += reading.letters.length;
    const next = path[index + 1]?.at ?? to;
    const atBreak = word.breaks.has(place) && !path[index + 1]?.again;
    if (atBreak || index + 1 === path.length) {
      if (!fitsPieces(pieces, gaps)) return false;
      if (pieces.length > 1) broken ||= pieces.some((length) => length > 1);
      [pieces, gaps] = [[0], []];
    } else if (next !== to) {
      const gap = gapText(cells, to, next);
      gaps.push(gap);
      inner.add(gap);
      pieces.push(0);
    }
  }
  if (inner.size === 0) return true;
  return (
    standsApart(cells, inner, start, -1, broken) && standsApart(cells, inner, end - 1, 1, broken)
  );
}

function fitsPieces(pieces: readonly number[], gaps: readonly string[]): boolean {
  const longer = pieces.filter((length) => length > 1).length;
  const single = pieces.length - longer;
  if (gaps.some((gap) => apostrophe.test(gap)) && longer > 0) return false;
  return !gaps.some((gap) => /[\s\p{L}]/u.test(gap)) || (longer <= 1 && single > 1);
}

/** Whether the row of pieces ends with the word: what comes next is further away, or of another kind. */
function standsApart(
  cells: readonly Cell[],
  inner: ReadonlySet<string>,
  edge: number,
  step: 1 | -1,
  broken: boolean,
): boolean {
  let at = edge + step;
  while (cells[at]?.kind === "gap") at += step;
  if (cells[at] === undefined || at === edge + step) return true;
  const gap = step > 0 ? gapText(cells, edge + 1, at) : gapText(cells, at + 1, edge);
  if (!inner.has(gap)) return true;
  if (broken && !/\s/.test(gap)) return false;
  const beyond = cells[at + step];
  const alone = beyond === undefined || beyond.kind === "gap";
  if (!alone) return true;
  // "a n u d e": a word of one letter before the row is no part of it.
  return step < 0 && /^[aioy]$/.test(cells[at]?.folded ?? "") && startsRow(cells, at, gap);
}

function startsRow(cells: readonly Cell[], at: number, gap: string): boolean {
  let before = at - 1;
  while (cells[before]?.kind === "gap") before -= 1;
  if (cells[before] === undefined || gapText(cells, before + 1, at) !== gap) return true;
  return cells[before - 1] !== undefined && cells[before - 1]?.kind !== "gap";
}

/** Long gaps differ from short ones; what exactly stands in very long ones does not matter. */
function gapText(cells: readonly Cell[], start: number, end: number): string {
  return cells
    .slice(start, Math.min(end, start + 32))
    .map(({ folded }) => folded)
    .join("");
}
