import type { Cell } from "./cells.ts";
import { unspaced } from "./glyph.ts";

/** The edges of words in scripts that have no blanks between them. */
export type Segments = { fits: (start: number, end: number, script: string) => boolean };

/** Made by the first text that needs it: most hosts never meet one, and it takes a start some 10 ms. */
let segmenter: Intl.Segmenter | undefined;

/** Cuts the text when it is asked for the first time: once as it stands, once without the signs in it. */
export function createSegments(cells: readonly Cell[]): Segments {
  let cuts: Cuts[] | undefined;
  return {
    fits(start, end, script) {
      if (
        !unspaced.has(cells[start]?.script ?? "") &&
        !unspaced.has(cells[end - 1]?.script ?? "")
      ) {
        return true;
      }
      cuts ??= [cut(cells, () => true), cut(cells, ({ kind }) => kind !== "gap")];
      return cuts.some((cut) => fits(cut, start, end, script));
    },
  };
}

type Cuts = { edges: Set<number>; inner: (start: number, end: number) => number };

function cut(cells: readonly Cell[], keep: (cell: Cell) => boolean): Cuts {
  let text = "";
  const cellAt: number[] = [];
  for (const [at, cell] of cells.entries()) {
    if (!keep(cell)) continue;
    for (let unit = 0; unit < cell.shown.length; unit += 1) cellAt.push(at);
    text += cell.shown;
  }
  const edges = new Set<number>([0, cells.length]);
  segmenter ??= new Intl.Segmenter("und", { granularity: "word" });
  for (const { index } of segmenter.segment(text)) edges.add(cellAt[index] ?? cells.length);
  for (const [at, { kind }] of cells.entries()) {
    if (kind === "gap") edges.add(at).add(at + 1);
  }
  const inner = (start: number, end: number) => {
    let count = 0;
    for (let at = start + 1; at < end; at += 1) if (edges.has(at)) count += 1;
    return count;
  };
  return { edges, inner };
}

/**
 * Whole words; in Chinese characters, two and more may also begin or end a longer word ("色情片"), as long as they do not
 * reach from one word into another ("牛奶|子公司").
 */
function fits({ edges, inner }: Cuts, start: number, end: number, script: string): boolean {
  const [first, last] = [edges.has(start), edges.has(end)];
  if (first && last) return true;
  if (script !== "Han" || end - start < 2) return false;
  return (first || last) && inner(start, end) === 0;
}
