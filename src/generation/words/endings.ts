import type { Cell } from "./cells.ts";
import { type Scene, startsWord } from "./edges.ts";
import type { Word } from "./entry.ts";

/** What Korean sets behind a word and Arabic and Hebrew before it: it is the same word still. */
const particles =
  "은 는 이 가 을 를 의 에 에서 에게 로 으로 와 과 도 만 까지 부터 하고 이나 나 처럼 보다 들 들이 들을 들의 한 하는 하다 해 적 적인 이다 입니다".split(
    " ",
  );
const articles: Record<string, string[]> = {
  Arabic: ["ال", "وال", "بال", "كال", "فال", "لل", "و", "ب"],
  Hebrew: ["ה"],
};
const shortest = 3;

/** Where a word may end that goes on: an English plural, a Korean particle. */
export function endings({ cells }: Scene, word: Word, start: number, end: number): number[] {
  const after = cells.slice(end, end + 4).filter(({ kind }) => kind === "letter");
  const rest = after.map(({ folded }) => folded);
  if (word.script === "Hangul" && end - start >= 2) {
    const apart = (text: string) => text.normalize("NFD");
    const following = apart(rest.join(""));
    return particles
      .filter((particle) => following.startsWith(apart(particle)))
      .map((particle) => end + particle.length);
  }
  if (word.script !== "Alphabet" || word.letters.length < shortest) return [];
  const last = word.letters.at(-1) ?? "";
  if (!/[a-z]/.test(last)) return [];
  const isS = (at: number) =>
    cells[at]?.readings.some(({ letters, by }) => letters[0] === "s" && by !== "faint") === true;
  const hisses = /(?:[sxz]|ch|sh)$/.test(word.letters.join(""));
  if (!hisses) return [end, afterGap(cells, start, end)].filter(isS).map((at) => at + 1);
  return /^[e3]$/.test(cells[end]?.folded ?? "") && isS(end + 1) ? [end + 2] : [];
}

/** Where "n u d e s" goes on, if its last gap comes once more; else the end. */
function afterGap(cells: readonly Cell[], start: number, end: number): number {
  let first = end - 1;
  while (first > start && cells[first - 1]?.kind === "gap") first -= 1;
  const length = end - 1 - first;
  const again = cells.slice(end, end + length);
  const same = again.every(({ folded }, index) => folded === cells[first + index]?.folded);
  return length > 0 && length < 9 && same ? end + length : end;
}

/** Where the word begins, with the article before it; nothing where it begins within another. */
export function leadIn(scene: Scene, word: Word, first: number): number | undefined {
  if (startsWord(scene, first)) return first;
  if (word.letters.length < shortest) return undefined;
  for (const article of articles[word.script] ?? []) {
    const start = first - article.length;
    if (start < 0 || !startsWord(scene, start)) continue;
    const written = scene.cells.slice(start, first).map(({ folded }) => folded);
    if (written.join("") === article) return start;
  }
  return undefined;
}
