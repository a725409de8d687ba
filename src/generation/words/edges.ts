import type { Cell } from "./cells.ts";
import { unspaced } from "./glyph.ts";
import type { Segments } from "./segments.ts";

/** A text as the rules see it. */
export type Scene = { cells: readonly Cell[]; segments: Segments };

/** Whether a word may begin with this cell: nothing before it belongs to the same word. */
export function startsWord({ cells }: Scene, at: number): boolean {
  const [before, cell] = [cells[at - 1], cells[at]];
  if (before === undefined || cell === undefined || before.kind === "gap") return true;
  if (before.kind === "digit") {
    let first = at - 1;
    while (cells[first]?.kind === "digit") first -= 1;
    return cell.kind !== "digit" && cells[first]?.kind !== "letter";
  }
  return cell.kind === "letter" && (changesScript(before, cell) || isHump(cells, at));
}

/** Whether a word may end before this cell. */
export function endsWord({ cells }: Scene, end: number): boolean {
  const [cell, after] = [cells[end - 1], cells[end]];
  if (after === undefined || cell === undefined || after.kind === "gap") return true;
  if (after.kind === "digit") {
    let last = end;
    while (cells[last]?.kind === "digit") last += 1;
    // "hell0" is a greeting, and "nude2" the second of them.
    if (last === end + 1 && after.folded === "0") return false;
    return cell.kind === "letter" && cells[last]?.kind !== "letter";
  }
  return cell.kind === "letter" && (changesScript(cell, after) || isHump(cells, end));
}

/** Where words stand without blanks, the edges are what a dictionary says they are. */
function changesScript(before: Cell, after: Cell): boolean {
  const [one, other] = [before.script, after.script];
  return one !== other || unspaced.has(one);
}

/** WordsWrittenLikeThis: capitals begin words, if each of them has small letters behind it. */
function isHump(cells: readonly Cell[], at: number): boolean {
  const cell = cells[at];
  if (!cell?.upper || cells[at - 1]?.upper || cells[at + 1]?.upper !== false) return false;
  if (cells[at + 1]?.kind !== "letter") return false;
  let first = at - 1;
  while (cells[first - 1]?.kind === "letter" && !cells[first]?.upper) first -= 1;
  return cells[first]?.upper === true && !cells[first - 1]?.upper && at - first > 1;
}
