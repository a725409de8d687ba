import type { Cell } from "./cells.ts";
import type { Word } from "./entry.ts";
import type { Step } from "./walk.ts";

/**
 * Whether the signs that stand for letters do so on purpose: a road "A55", a price or three exclamation marks do not, nor
 * does a word of another alphabet that is like this one in some of its letters only.
 */
export function fitsDisguise(cells: readonly Cell[], word: Word, path: readonly Step[]): boolean {
  const ways = path.map(({ reading }) => reading.by);
  const count = (way: string) => ways.filter((by) => by === way).length;
  const [own, alike, faint, sign] = [count("own"), count("alike"), count("faint"), count("sign")];
  const digit = count("digit");
  const letters = own + alike + faint;
  if (faint > 0 && own + alike < faint) return false;
  if (faint > 0 && own === 0) return false;
  if (word.letters.length < 3 && digit + sign > 0) return false;
  const stars = path.filter(({ at }) => cells[at]?.folded === "*").length;
  if (stars > 1 || (stars === 1 && own + alike < word.letters.length - 1)) return false;
  if (!fitsSharpS(cells, word, path)) return false;
  if (digit === 0) {
    return letters > 0 || path.every(({ at }) => /[@$€]/.test(cells[at]?.folded ?? ""));
  }
  if (letters === 0) return sign > digit;
  const spread = path.some(({ to }, index) => (path[index + 1]?.at ?? to) !== to);
  if (spread && letters <= digit) return false;
  const [first, ...rest] = path;
  const code = first?.reading.by === "own" && cells[first.at]?.upper;
  return !(code && rest.every(({ reading }) => reading.by === "digit"));
}

/** "aß" is German for ate, and "ßad" is nothing but a disguise. */
function fitsSharpS(cells: readonly Cell[], word: Word, path: readonly Step[]): boolean {
  return path.every(({ at, reading }, index) => {
    if (cells[at]?.folded !== "ss" || word.accents.includes("ß")) return true;
    return reading.by === "own" ? word.letters.length > 4 : index === 0;
  });
}

/** Doubled by nobody who can spell, so that twice is a disguise; "god" and "good" are two words. */
const neverDoubled = /^[xqjvwhy]$/;
const seldomDoubled = /^[aiu]$/;

/** Whether letters are drawn out ("baaaad", "nnuudde") and not just doubled by spelling. */
export function fitsRepeats(word: Word, path: readonly Step[]): boolean {
  if (!path.some(({ again }) => again)) return true;
  const written = countRuns(
    path.flatMap(({ reading, at, to, again }) =>
      again
        ? reading.letters.map((letter) => ({ letter, count: to - at }))
        : reading.letters.map((letter) => ({ letter, count: 1 })),
    ),
  );
  const meant = countRuns(word.letters.map((letter) => ({ letter, count: 1 })));
  const longer = written.filter(({ count }, index) => count > (meant[index]?.count ?? 0));
  const [first, last] = [written[0], written.at(-1)];
  const plain = longer.filter((run) => {
    const { count, letter } = run;
    if (count > 2 || letter === "ー" || neverDoubled.test(letter)) return false;
    // "nudee", "ffuck"; but "bras" and "brass" are two words.
    const atEdge = run === first || (run === last && letter !== "s");
    if (atEdge && word.letters.length > 3) return false;
    return !(seldomDoubled.test(letter) && word.letters.length > 3);
  });
  return plain.length === 0 || longer.length > 1;
}

type Run = { letter: string; count: number };

function countRuns(parts: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const { letter, count } of parts) {
    const last = runs.at(-1);
    if (last?.letter === letter) last.count += count;
    else runs.push({ letter, count });
  }
  return runs;
}
