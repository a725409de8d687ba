import type { Cell } from "./cells.ts";
import type { Word } from "./entry.ts";
import type { Step } from "./walk.ts";

/** Where letters that only this language has stand in two words, its accents are spelling and no disguise. */
const spellings = [
  {
    only: /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u,
    all: /^[àáâãèéêìíòóôõùúýăĩũơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]+$/u,
  },
  { only: /[ığş]/u, all: /^[çğıöşüâîû]+$/u },
];

/**
 * An entry without accents is meant with any, and one with accents also without them; with others it is another word
 * ("lồn", "lớn"). Between vowels ñ is a letter of its own: "año" is not "ano".
 */
export function fitsAccents(cells: readonly Cell[], word: Word, path: readonly Step[]): boolean {
  if (word.script !== "Alphabet") return true;
  let place = 0;
  let spelled: boolean | undefined;
  for (const { at, reading, again } of path) {
    if (again) continue;
    const wanted = word.accents[place];
    const written = reading.by === "own" ? cells[at]?.accented : undefined;
    place += reading.letters.length;
    if (wanted === written) continue;
    if (wanted !== undefined && written !== undefined) return false;
    if ((wanted ?? written) === "ñ" && isVowel(word, place - 2) && isVowel(word, place))
      return false;
    if (written !== undefined && (spelled ??= spelledWithAccents(cells, path))) return false;
  }
  return true;
}

const isVowel = ({ letters }: Word, at: number) => /^[aeiou]$/.test(letters[at] ?? "");

function spelledWithAccents(cells: readonly Cell[], path: readonly Step[]): boolean {
  const written = path.map(({ at }) => cells[at]?.accented ?? "").join("");
  return spellings.some(({ only, all }) => all.test(written) && wordsWith(cells, only) > 1);
}

/** Different words that have such a letter, as far as more than one counts. */
function wordsWith(cells: readonly Cell[], own: RegExp): number {
  const found = new Set<string>();
  let [word, has] = ["", false];
  for (const { kind, accented, folded } of cells) {
    if (kind === "letter") {
      word += accented ?? folded;
      has ||= accented !== undefined && own.test(accented);
      continue;
    }
    if (has) found.add(word);
    if (found.size > 1) break;
    [word, has] = ["", false];
  }
  if (has) found.add(word);
  return found.size;
}
