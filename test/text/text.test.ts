import { describe, expect, test } from "vitest";
import { en } from "../../src/text/en.ts";
import { textFor } from "../../src/text/text.ts";

/** A name, a number and a list at once, so that every text can be asked for whatever it takes. */
const anything = (length: number) =>
  Object.assign(
    Array.from({ length: 5 }, () => "x".repeat(length)),
    { [Symbol.toPrimitive]: (hint: string) => (hint === "string" ? "x".repeat(length) : 12) },
  );

function textsIn(words: unknown, path: string, length: number): [path: string, text: unknown][] {
  if (typeof words === "function") {
    const args = Array.from({ length: words.length }, () => anything(length));
    // What hands back a name as it came is a text all the same.
    return [[path, `${Reflect.apply(words, undefined, args)}`]];
  }
  if (typeof words !== "object" || words === null) return [[path, words]];
  return Object.entries(words).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`, length));
}

/** Every language that Discord has and people are promised, one that it has and one that it has not. */
const locales = "en-US en-GB de es-ES es-419 fr pt-BR ru ja ko zh-CN zh-TW tr xx".split(" ");

describe.each([undefined, ...locales])("the words for %s", (locale) => {
  test("are all there, none empty, none longer than a message", () => {
    const texts = textsIn(textFor(locale), "text", 100);
    expect(texts.length).toBeGreaterThan(100);
    for (const [path, text] of texts) {
      expect(text, path).toEqual(expect.any(String));
      expect(String(text).trim(), path).not.toBe("");
      expect(String(text).length, path).toBeLessThanOrEqual(4000);
      expect(String(text), path).not.toMatch(/undefined|NaN|null|\[object|function/);
    }
  });

  test("are the same things that English says", () => {
    const [own, english] = [textFor(locale), en].map((words) =>
      textsIn(words, "text", 1).map(([path]) => path),
    );
    expect(own).toEqual(english);
  });
});

describe("what a waiting member reads", () => {
  test.each([
    [3, en.waiting.seconds(40), "Queued, 3 before you, about 40 s"],
    [0, undefined, "Queued, next in line"],
    [1200, en.waiting.seconds(89), "Queued, 1,200 before you, about 89 s"],
    [1, en.waiting.seconds(90), "Queued, 1 before you, about 2 minutes"],
    [1, en.waiting.seconds(3600), "Queued, 1 before you, about 60 minutes"],
  ])("is the place and an estimate: %i before, %s", (ahead, about, words) => {
    expect(en.waiting.queued(ahead, about)).toBe(words);
  });
});

describe("numbers and lists", () => {
  test("have their singular and their plural", () => {
    expect(en.remarks.fewer(4, 1)).toBe("The webui made 1 of 4 pictures.");
    expect(en.remarks.fewer(4, 0)).toBe("The webui made 0 of 4 pictures.");
    expect(en.limits.refused.waiting(1, 1)).toContain("1 of at most 1 job waiting");
    expect(textFor("de").limits.refused.waiting(1, 1)).toContain("1 von höchstens 1 Auftrag in");
    expect(textFor("fr").moderation.review.some(1, 4)).toBe("1 image sur 4");
    expect(en.remarks.unknownFlags(["--v"])).toBe("--v is no parameter and stayed in the prompt.");
    expect(en.remarks.unknownFlags(["--v", "--s"])).toBe(
      "--v, --s are no parameters and stayed in the prompt.",
    );
  });

  test("never promise more pixels than there may be", () => {
    const said = (locale: string) => textFor(locale).refused.tooManyPixels(8192, 4096, 4096 ** 2);
    expect(said("en-US")).toContain("16.7 megapixels");
    expect(said("de")).toContain("16,7 Megapixel");
    expect(said("ru")).toContain("16,7 мегапикселя");
  });

  test("call each language by its name, with the code that is typed", () => {
    expect(en.settings.refused.notLanguage("x", ["de", "ja"])).toBe(
      "There is no language `x` here: German (de), Japanese (ja).",
    );
    expect(textFor("de").settings.language("ja")).toBe("Japanisch (ja)");
  });
});
