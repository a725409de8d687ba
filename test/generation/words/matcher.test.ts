import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../../../src/generation/words/fold.ts";
import { wordLimits } from "../../../src/generation/words/limits.ts";
import { createWordMatcher } from "../../../src/generation/words/matcher.ts";
import { anyText } from "../../harness/any-text.ts";
import { cpuMilliseconds } from "../../harness/cpu.ts";
import { refusalOf } from "../../harness/refusal.ts";
import { banned } from "./banned.ts";
import { evasions } from "./evasions.ts";
import { laterBanned, laterEvasions, laterInnocents } from "./held-out-later.ts";
import { heldOutEvasions, heldOutInnocents } from "./held-out.ts";
import { innocents } from "./innocents.ts";

const matcher = createWordMatcher(banned);
const missed = (table: readonly [banned: string, text: string][]) =>
  table.filter(([word, text]) => !matcher.findAll(text).some(({ entry }) => entry === word));
const alarms = (texts: readonly string[]) =>
  texts.filter((text) => matcher.find(text) !== undefined);
const finds = (entries: string[], text: string) => createWordMatcher(entries).find(text)?.entry;

/** What may stand in a disguise, and what the rules treat in ways of their own. */
const pieces = [
  ..."nude|NUDE|n4de|а|ѕ|ß|ﬁ|é|e\u0301|\u0336|裸体|裸|ヌード|ﾞ|섹스|ㅅ|जि|สี|ا|ـ|ש|BREAK|AND".split(
    "|",
  ),
  ..."&#117; &shy; <b> </b> <lora:a:1> __a__ {a (b [c :1.2) :0.5] 2$$ 0.5:: \u202e \u202c 🇳 🅰 1 ! $ @ *".split(
    " ",
  ),
  "|",
  "||",
  "'ll",
  "\n",
];

describe("the words that a server bans", () => {
  test("are found in every disguise of the table, and in no innocent text but one", () => {
    expect(evasions.length).toBeGreaterThan(400);
    expect(innocents.length).toBeGreaterThan(380);
    console.info(
      `missed ${missed(evasions).length} of ${evasions.length} disguises,`,
      `${alarms(innocents).length} false alarms in ${innocents.length} texts`,
    );
    expect(missed(evasions)).toEqual([]);
    // The dictionary takes the Japanese Eroica for two words, of which the first is banned.
    expect(alarms(innocents)).toEqual(["エロイカ"]);
  });

  test("are told apart in texts that the rules were not made for", () => {
    console.info(
      `held out: missed ${missed(heldOutEvasions).length} of ${heldOutEvasions.length} disguises,`,
      `${alarms(heldOutInnocents).length} false alarms in ${heldOutInnocents.length} texts`,
    );
    expect(missed(heldOutEvasions)).toEqual([]);
    expect(alarms(heldOutInnocents)).toEqual([]);
    const later = createWordMatcher(laterBanned);
    expect(laterEvasions.filter((text) => !later.find(text))).toEqual([]);
    expect(laterInnocents.filter((text) => later.find(text))).toEqual([]);
  });

  test("are found in their plain form wherever a word may stand", () => {
    const words = banned.filter((word) => /^[a-z]{3,}$/.test(word));
    const around = fc.constantFrom(
      "",
      " ",
      ", ",
      "(",
      ")",
      "\n",
      ". ",
      '"',
      "girl ",
      " girl",
      "漢",
    );
    fc.assert(
      fc.property(fc.constantFrom(...words), around, around, (word, before, after) => {
        const text = `${before.endsWith("girl") ? `${before} ` : before}${word}${after.startsWith("girl") ? ` ${after}` : after}`;
        expect(matcher.find(text)?.entry).toBe(word);
      }),
    );
    const blank = fc.constantFrom(" ", ", ", "\n", ": ");
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.lorem(), fc.lorem(), blank, (word, a, b, gap) => {
        expect(matcher.findAll(`${a}${gap}${word}${gap}${b}`).length).toBeGreaterThan(0);
      }),
    );
  });

  test("are looked for in any text without ever failing, and lie within it", () => {
    const all = createWordMatcher([...banned, "/n.d/", "/\\bse+x\\b/", "🍆", "r34", "a$$"]);
    fc.assert(
      fc.property(anyText(pieces, 60), (text) => {
        let last = 0;
        for (const { start, end } of all.findAll(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  test("may be any text, which finds itself", () => {
    fc.assert(
      fc.property(anyText(pieces, 12), (entry) => {
        createWordMatcher([entry.slice(0, 90)]).find(entry);
      }),
      { numRuns: 500 },
    );
    for (const word of banned.filter((entry) => !entry.endsWith("*"))) {
      expect(createWordMatcher([word]).find(word)?.entry).toBe(word);
      expect(createWordMatcher([word.toUpperCase()]).find(word)).toBeDefined();
      expect(createWordMatcher([word.normalize("NFD")]).find(word)).toBeDefined();
    }
  });

  test("are whole words with an English plural at most, unless they end in a star", () => {
    expect(finds(["cat"], "two cats, the cat's tail")).toBe("cat");
    expect(finds(["box"], "boxes")).toBe("box");
    expect(finds(["cat"], "category catty")).toBeUndefined();
    expect(finds(["cat*"], "category")).toBe("cat*");
    expect(finds(["cat*"], "a bobcat")).toBeUndefined();
    expect(finds(["as"], "ass")).toBeUndefined();
  });

  test("may be digits, signs and emoji", () => {
    expect(finds(["88"], "number 88!")).toBe("88");
    expect(finds(["88"], "1988, 888")).toBeUndefined();
    expect(finds(["a$$"], "a55es ass")).toBe("a$$");
    expect(finds(["🍆"], "an 🍆\ufe0f")).toBe("🍆");
    expect(finds(["r34"], "R34")).toBe("r34");
  });

  test("are looked for in time that grows with the text only, whatever it is made of", () => {
    const all = createWordMatcher([...banned, "ill", "llllllll", "s*", "ا", "/a+b/", "/(x+x+)+y/"]);
    const nasty =
      "!~1!~a~a ~s s ~x~裸~裸 体~ا~a\u0301~(~BREAK ~a*~[n~{a|~&#1~<b ~:1.2~\u202ea~i.l.~$$";
    for (const part of nasty.split("~")) {
      const text = part.repeat(50_000 / part.length);
      expect(cpuMilliseconds(() => all.findAll(text))).toBeLessThan(4000);
    }
  });
});

describe("a pattern", () => {
  test("is found within words, without regard to case, and in the folded text, too", () => {
    expect(finds(["/n.de/"], "DENUDED")).toBe("/n.de/");
    expect(finds(["/nude(d|s)/"], "ｎüd\u200bєd")).toBe("/nude(d|s)/");
    expect(finds(["/\\bhell/"], "go to h3||o")).toBe("/\\bhell/");
    expect(finds(["/^n,d$/"], "a\nN,D\nb")).toBe("/^n,d$/");
    expect(finds(["/naked/"], "n 4 k e d, n a k e d")).toBe("/naked/");
    expect(finds(["/голая/"], "ГОЛАЯ")).toBe("/голая/");
    expect(finds(["/nude/"], "n-x-u-d-e")).toBeUndefined();
  });

  test("is refused where the engine cannot run it, or it is too large, or fits anything", () => {
    const refusal = (entry: string) => refusalOf(() => createWordMatcher([entry]));
    for (const entry of ["/(a)\\1/", "/a(?=b)/", "/(?<!a)b/", "/[/", "/a{2000}/"]) {
      expect(refusal(entry)).toBe(
        `The pattern \`${entry}\` cannot be used. It must be one of RE2: no backreferences, no lookahead or lookbehind.`,
      );
    }
    expect(refusal("/[a-z]{900}\\d{900}x{900}/")).toContain("is too large");
    expect(refusal("/\\pL{900}\\pN{900}\\pM{900}/")).toContain("is too large");
    expect(refusal("/a*/")).toContain("would fit any text");
    expect(refusal(`/${"a".repeat(300)}/`)).toContain("300 characters at most");
    expect(refusal("a".repeat(101))).toContain("100 characters at most");
    expect(
      refusalOf(() => createWordMatcher(Array.from({ length: wordLimits.entries + 1 }, String))),
    ).toContain("1,000 entries at most");
    expect(
      refusalOf(() => createWordMatcher(Array.from({ length: 101 }, (_, at) => `/a${at}/`))),
    ).toContain("100 at most");
  });
});

describe("a folded text", () => {
  test.each([
    ["N4k3d ＧÏRL", "naked girl"],
    ["n u d e  girl", "nude  girl"],
    ["nudе, ΝUDE", "nude, nude"],
    ["1920x1080, (a), A55, 8k", "1920x1080, (a), a55, 8k"],
    ["Привет, мир", "привет, мир"],
    ["a\u200bb\u00ad", "ab"],
  ])("%s is %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test("does not change when it is folded once more", () => {
    fc.assert(
      fc.property(anyText(pieces, 40), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
      }),
      { numRuns: 700 },
    );
  });
});
