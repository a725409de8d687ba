import { latinVariants, type Likeness, likenessesOf } from "./look-alikes.ts";

/** One way to read a sign: as these letters, by its own nature or because it looks like them. */
export type Reading = { letters: string[]; by: "own" | Likeness["by"] };

/** A sign with the marks upon it. Letters of one `script` make words; signs and blanks come between. */
export type Glyph = {
  kind: "letter" | "digit" | "gap";
  readings: Reading[];
  /** The letter with its accent, lower-case, where it is one of Latin script. */
  accented?: string;
  script: string;
  upper: boolean;
  /** Without accents, capitals and fancy forms; `shown` keeps to its own spelling. */
  folded: string;
  shown: string;
};

/** Scripts whose words stand without blanks between. */
export const unspaced = new Set(["Han", "Kana", "Thai"]);
const scripts: [name: string, sign: RegExp][] = [
  ["Alphabet", /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Cherokee}\p{sc=Lisu}\p{sc=Coptic}]/u],
  ["Han", /\p{sc=Han}/u],
  ["Kana", /[\p{sc=Hiragana}\p{sc=Katakana}ー]/u],
  ["Hangul", /\p{sc=Hangul}/u],
  ["Arabic", /[\p{sc=Arabic}ـ]/u],
  ["Hebrew", /\p{sc=Hebrew}/u],
  ["Thai", /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u],
];
/** Marks upon these are accents or vowels that may be left out; elsewhere they are letters. */
const markless = new Set(["Alphabet", "Arabic", "Hebrew", "Hangul", "Han", ""]);
const sameLetter = new Map(
  pairsOf("ςσ ךכ םמ ןנ ףפ ץצ أا إا آا ٱا ىي یي ېي ئي ةه ہه ھه ۀه ؤو کك ګك ँं"),
);

export function readGlyph(cluster: string): Glyph {
  const [base = ""] = cluster;
  const plain = emojiLetter(base) ?? cluster.normalize("NFKC");
  const [first = ""] = plain.trimStart();
  const [bare = ""] = first.normalize("NFD");
  const likely = [...new Set([base, first, bare])].flatMap(likenessesOf);
  const alike = likely.map(({ letter, by }): Reading => ({ letters: [letter], by }));
  if (/\p{Nd}/u.test(first)) {
    const digit = digitOf(first);
    const readings: Reading[] = [{ letters: [digit], by: "own" }];
    const leet = likenessesOf(digit).map(({ letter, by }): Reading => ({ letters: [letter], by }));
    return {
      kind: "digit",
      readings: readings.concat(leet),
      script: "",
      upper: false,
      folded: digit,
      shown: digit,
    };
  }
  if (!/\p{L}/u.test(first) || apostrophes.test(first) || isUnit(plain)) {
    const signs = alike.filter(({ by }) => by === "sign");
    return { kind: "gap", readings: signs, script: "", upper: false, folded: base, shown: base };
  }
  const script = scripts.find(([, sign]) => sign.test(first))?.[0] ?? "Other";
  const letters = lettersOf(plain, script);
  const readings: Reading[] = [{ letters, by: "own" }];
  // At the end of a word German writes what else is "ss"; no word of it begins with this letter.
  if (base === "ß" || base === "ẞ") readings.push({ letters: ["b"], by: "faint" });
  const upper = first !== first.toLowerCase();
  const accented = accentedOf(plain);
  const folded = script === "Hangul" ? plain.normalize("NFC") : letters.join("");
  const glyph: Glyph = {
    kind: "letter",
    readings: readings.concat(alike),
    script,
    upper,
    folded,
    shown: plain,
  };
  return accented === undefined ? glyph : { ...glyph, accented };
}

/** Letters in name only. */
const apostrophes = /[\u02b9-\u02cf]/;

/** Units in one sign ("㎠"), which are letters and digits together or letters of two alphabets. */
function isUnit(plain: string): boolean {
  const signs = plain.normalize("NFD").replace(/\p{M}/gu, "");
  const mixed = /\p{sc=Greek}/u.test(signs) && /\p{sc=Latin}/u.test(signs);
  return Array.from(signs).length > 1 && (mixed || /[^\p{L}ʼ]/u.test(signs));
}

function lettersOf(plain: string, script: string): string[] {
  if (script === "Hangul") return Array.from(plain.normalize("NFC")).flatMap(jamoOf);
  const apart = plain.normalize("NFD").toLowerCase().normalize("NFD");
  const composed = apart.replace(/и\u0306/g, "й");
  const bare = markless.has(script)
    ? composed.replace(/\p{M}/gu, "")
    : composed.replace(/\u093c/g, "");
  const kept = script === "Kana" ? bare.normalize("NFC") : bare;
  return Array.from(
    kept.replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/œ/g, "oe").replace(/ـ/g, ""),
  ).map((letter) => latinVariants.get(letter)?.[0] ?? sameLetter.get(letter) ?? toHiragana(letter));
}

function toHiragana(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : letter;
}

/** One letter of Latin script whose accents are a letter's own, or nothing. */
function accentedOf(plain: string): string | undefined {
  const lower = plain.toLowerCase().normalize("NFC");
  const [letter = ""] = lower;
  if (lower !== letter || !/\p{sc=Latin}/u.test(letter) || /^[a-z]$/.test(letter)) return undefined;
  return letter;
}

const initials = Array.from("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ");
const vowels = Array.from("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ");
const finals =
  "- ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"
    .split(" ")
    .map((final) => final.replace("-", ""));

/** The letters of a syllable, or of a letter that stands alone, all in the form in which they stand alone. */
function jamoOf(sign: string): string[] {
  const code = sign.codePointAt(0) ?? 0;
  const syllable = code - 0xac00;
  if (syllable >= 0 && syllable < 11_172) {
    const initial = initials[Math.floor(syllable / 588)] ?? "";
    const vowel = vowels[Math.floor(syllable / 28) % 21] ?? "";
    return [initial, vowel, ...Array.from(finals[syllable % 28] ?? "")];
  }
  if (code >= 0x1100 && code <= 0x1112) return [initials[code - 0x1100] ?? sign];
  if (code >= 0x1161 && code <= 0x1175) return [vowels[code - 0x1161] ?? sign];
  if (code >= 0x11a8 && code <= 0x11c2) return Array.from(finals[code - 0x11a7] ?? sign);
  return [sign];
}

/** Letters in boxes and flags, which have no plain form of their own. */
function emojiLetter(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0;
  const start = [0x1f150, 0x1f170, 0x1f1e6].find((first) => code >= first && code < first + 26);
  return start === undefined ? undefined : String.fromCharCode(97 + code - start);
}

function digitOf(sign: string): string {
  let code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
}

function pairsOf(table: string): [string, string][] {
  return table.split(" ").map((pair) => {
    const [from = "", to = ""] = pair;
    return [from, to];
  });
}
