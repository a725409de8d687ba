import { endsWord, type Scene } from "./edges.ts";
import type { Word } from "./entry.ts";
import { fitsAccents } from "./accents.ts";
import { fitsDisguise, fitsRepeats } from "./disguise.ts";
import { endings, leadIn } from "./endings.ts";
import { fitsGaps } from "./gaps.ts";
import type { Step } from "./walk.ts";

/** The cells of a word that was found. */
export type Match = { word: Word; start: number; end: number };

/** Whether a way to read a text is the word itself in disguise, and not another that happens to look like it. */
export function judge(scene: Scene, word: Word, path: readonly Step[]): Match | undefined {
  const first = path[0]?.at;
  const last = path.at(-1)?.to;
  if (first === undefined || last === undefined) return undefined;
  const start = leadIn(scene, word, first);
  if (start === undefined) return undefined;
  const fits =
    fitsRepeats(word, path) &&
    fitsDisguise(scene.cells, word, path) &&
    fitsAccents(scene.cells, word, path);
  if (!fits) return undefined;
  const end = endsOf(scene, word, first, last).find(
    (end) =>
      scene.segments.fits(first, end, word.script) &&
      fitsGaps(scene.cells, word, path, { start, end }),
  );
  return end === undefined ? undefined : { word, start, end };
}

function endsOf(scene: Scene, word: Word, first: number, last: number): number[] {
  if (word.open) {
    let end = last;
    while (scene.cells[end]?.kind === "letter") end += 1;
    return [end];
  }
  const ends = [last, ...endings(scene, word, first, last)];
  return ends.filter((end) => endsWord(scene, end));
}
