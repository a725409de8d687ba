import { readCells } from "./cells.ts";

/** A word or phrase of a list, folded: what a text is held against. */
export type Word = {
  entry: string;
  /** One letter each; blanks of a phrase stand in `breaks`, the places before which they are. */
  letters: string[];
  accents: (string | undefined)[];
  breaks: Set<number>;
  script: string;
  /** Ended in `*`: any ending will do. */
  open: boolean;
};

/** No word has that many ways to be read that are worth a look. */
const maxForms = 8;
const likeLetters = /[@$€]/;

/** The forms of an entry; none where there is no letter or digit in it. */
export function readWord(entry: string): Word[] {
  const open = /[^*\s]\*+\s*$/.test(entry);
  const cells = readCells(open ? entry.replace(/\*+\s*$/, "") : entry);
  const breaks = new Set<number>();
  let forms: string[][] = [[]];
  const accents: (string | undefined)[] = [];
  let [script, digits] = ["", 0];
  for (const [at, { kind, readings, accented, ...cell }] of cells.entries()) {
    // Such a sign stands for a letter only where it touches one, or another such sign.
    const touches = [cells[at - 1], cells[at + 1]].some(
      (beside) => beside && (beside.kind !== "gap" || likeLetters.test(beside.folded)),
    );
    const used = kind === "gap" && !(touches && likeLetters.test(cell.folded)) ? [] : readings;
    if (used.length === 0) {
      if (accents.length > 0) breaks.add(accents.length);
      continue;
    }
    script ||= cell.script;
    digits += kind === "digit" ? 1 : 0;
    const ways = kind === "letter" ? used.slice(0, 1) : used;
    const length = ways[0]?.letters.length ?? 0;
    forms = forms.flatMap((form) => ways.map(({ letters }) => [...form, ...letters]));
    forms = forms.slice(0, maxForms);
    accents.push(...Array.from({ length }, () => accented));
  }
  const count = accents.length;
  if (count === 0) return [];
  // "r34" is no word in disguise, and "n4ked" is.
  const kept = digits * 2 < count && count > 2 ? forms : forms.slice(0, 1);
  return kept.map((letters) => ({ entry, letters, accents, breaks, script, open }));
}
