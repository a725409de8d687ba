import { type Cell, readCells } from "./cells.ts";

/** A folded text, and for each of its characters which part of the text it was made of. */
export type Folded = { text: string; starts: number[]; ends: number[] };

/**
 * A text without capitals, accents, fancy forms, unseen signs, look-alikes and letters spaced apart: what a pattern sees beside
 * the text itself. `one` is what 1, ! and | stand for. Folding twice changes nothing more.
 */
export function foldText(text: string, one: "i" | "l" = "i"): string {
  return fold(readCells(text), one).text;
}

export function fold(cells: readonly Cell[], one: "i" | "l"): Folded {
  const folded: Folded = { text: "", starts: [], ends: [] };
  for (let at = 0; at < cells.length;) {
    let end = at;
    while (end < cells.length && isPartOfWord(cells, end, at)) end += 1;
    const word = cells.slice(at, end);
    // "b00b5" is a word, "1920x1080" and "8k" are none.
    const letters = lengthOf(word.filter(({ kind }) => kind === "letter"));
    const latin = word.some(isLatin) && letters > 1 && letters * 3 >= lengthOf(word);
    for (const cell of word) add(folded, cell, latin ? asLatin(cell, one) : own(cell));
    at = end;
    const cell = cells[at];
    if (cell === undefined) break;
    if (!isWithinRow(cells, at)) add(folded, cell, cell.folded);
    at += 1;
  }
  return folded;
}

/** A sign is a part of a word only where letters or digits are on both sides of it, or of the signs in its row. */
function isPartOfWord(cells: readonly Cell[], at: number, start: number): boolean {
  const cell = cells[at];
  if (cell?.kind !== "gap") return cell !== undefined;
  if (at === start) return false;
  let after = at;
  while (after < at + longestRow && isLikeLetter(cells[after])) after += 1;
  return after > at && cells[after] !== undefined && cells[after]?.kind !== "gap";
}

const longestRow = 8;

const isLikeLetter = (cell: Cell | undefined) =>
  cell?.kind === "gap" && cell.readings.length > 0 && cell.folded !== "*";

const lengthOf = (cells: readonly Cell[]) =>
  cells.reduce((length, { folded }) => length + folded.length, 0);

const isLatin = ({ kind, folded }: Cell) => kind === "letter" && /^[a-z]/.test(folded);

const own = ({ folded }: Cell) => folded;

function asLatin(cell: Cell, one: "i" | "l"): string {
  if (isLatin(cell)) return cell.folded;
  const letters = cell.readings
    .filter(({ by, letters: [letter = ""] }) => by !== "own" && /^[a-z]$/.test(letter))
    .map(({ letters }) => letters[0] ?? "");
  return letters.includes(one) ? one : (letters[0] ?? cell.folded);
}

/** Whether this gap is between single letters, three or more in a row: "n u d e". */
function isWithinRow(cells: readonly Cell[], at: number): boolean {
  if (!isSingle(cells, at - 1) || !isSingle(cells, at + 1)) return false;
  const same = (other: number) => cells[other]?.folded === cells[at]?.folded;
  return (isSingle(cells, at - 3) && same(at - 2)) || (isSingle(cells, at + 3) && same(at + 2));
}

function isSingle(cells: readonly Cell[], at: number): boolean {
  const apart = (beside: number) => cells[beside] === undefined || cells[beside]?.kind === "gap";
  return cells[at]?.kind === "letter" && apart(at - 1) && apart(at + 1);
}

function add(folded: Folded, cell: Cell, text: string): void {
  folded.text += text;
  for (let unit = 0; unit < text.length; unit += 1) {
    folded.starts.push(cell.start);
    folded.ends.push(cell.end);
  }
}
