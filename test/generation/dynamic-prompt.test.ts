import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createChance } from "../../src/generation/chance.ts";
import { expandPrompt, isDynamic, type Wildcards } from "../../src/generation/dynamic-prompt.ts";
import { anyText } from "../harness/any-text.ts";
import { cpuMilliseconds } from "../harness/cpu.ts";

const lists: Record<string, string[]> = {
  colour: ["red", "green", "blue"],
  "animals/cats": ["lion", "{old|young} tiger", "__colour__ cat"],
  empty: [],
  loop: ["a __loop__"],
  twice: ["__twice__ __twice__"],
  nothing: ["__nothing____nothing__"],
  heavy: ["1::rare", "999::common"],
};
const wildcards: Wildcards = (name) => (Object.hasOwn(lists, name) ? lists[name] : undefined);
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);
/** Every text that a prompt becomes over many seeds, once each. */
const texts = (prompt: string, count = 500) =>
  [...new Set(seeds(count).map((seed) => expandPrompt(prompt, seed, wildcards).text))].sort();

describe("a dynamic prompt", () => {
  test.each<[prompt: string, texts: string[]]>([
    ["a {red|green} car", ["a green car", "a red car"]],
    ["{a|b|}", ["", "a", "b"]],
    ["x{|, y}", ["x", "x, y"]],
    ["{a|{b|c}}", ["a", "b", "c"]],
    ["{2$$a|b}", ["a, b", "b, a"]],
    ["{2$$ and $$a|b}", ["a and b", "b and a"]],
    ["{1-2$$-$$a|b}", ["a", "a-b", "b", "b-a"]],
    ["{2-1$$-$$a|b}", ["a", "a-b", "b", "b-a"]],
    ["{-2$$+$$a|b}", ["a", "a+b", "b", "b+a"]],
    ["{2-$$+$$a|b}", ["a+b", "b+a"]],
    ["{9$$+$$a|b}", ["a+b", "b+a"]],
    ["{$$a|b}", ["a", "b"]],
    ["{1$$a}", ["a"]],
    ["{0$$a|b}x", ["x"]],
    ["{1$$ {x|y} $$a}", ["x $$a", "y $$a"]],
    ["{0::a|2::b}", ["b"]],
    ["{0::a|0::b}", ["a", "b"]],
    ["{5|1:1|a::b}", ["1:1", "5", "a::b"]],
    ["a __colour__ cat", ["a blue cat", "a green cat", "a red cat"]],
    ["{x|__colour__}", ["blue", "green", "red", "x"]],
    [
      "{2$$ $$__colour__}",
      ["blue green", "blue red", "green blue", "green red", "red blue", "red green"],
    ],
    ["__animals/cats__", ["blue cat", "green cat", "lion", "old tiger", "red cat", "young tiger"]],
    ["a__empty__b", ["ab"]],
  ])("stands for all its texts: %j", (prompt, expected) => {
    expect(isDynamic(prompt)).toBe(true);
    expect(texts(prompt)).toEqual(expected);
  });

  test.each<[prompt: string, text: string]>([
    ["{word}, {{best quality}}", "{word}, {{best quality}}"],
    ["a { b", "a { b"],
    ["a } b | c", "a } b | c"],
    ["[a|b]", "[a|b]"],
    ["{}", "{}"],
    ["{2$a}", "{2$a}"],
    ["snake_case __init__x", "snake_case __init__x"],
    ["\\{a|b\\}", "{a|b}"],
    ["\\(a\\) \\\\{word}", "\\(a\\) \\{word}"],
    ["{{a|a}", "{a"],
    ["{{a|a}}", "{a}"],
    ["{a\\|b|a\\|b}", "a|b"],
    ["{\\}|\\}}", "}"],
  ])("leaves what is no choice as it is: %j", (prompt, text) => {
    expect(texts(prompt, 20)).toEqual([text]);
  });

  test("reports lists that do not exist, once each, and leaves them where they are", () => {
    expect(expandPrompt("__a__ {__b/c__|__b/c__} __a__ __colour__x", 1, () => undefined)).toEqual({
      text: "__a__ __b/c__ __a__ __colour__x",
      unknown: ["a", "b/c", "colour"],
    });
    expect(expandPrompt("__constructor__", 1, wildcards).unknown).toEqual(["constructor"]);
  });

  test("without any choice is itself, for every seed", () => {
    const text = anyText([" ", ",", "(", ":1.2)"]).map((any) => any.replace(/[\\{}_|]/g, ""));
    fc.assert(
      fc.property(text, fc.nat(), (prompt, seed) => {
        expect(isDynamic(prompt)).toBe(false);
        expect(expandPrompt(prompt, seed, wildcards)).toEqual({ text: prompt.trim(), unknown: [] });
      }),
    );
  });

  const pieces = ["{", "}", "|", "$$", "2$$", "1-2$$", "0.5::", "\\", "__colour__", "__x__", "a"];

  test("gives the same seed the same text, and never throws", () => {
    fc.assert(
      fc.property(anyText(pieces, 60), fc.nat(2 ** 32 - 1), (prompt, seed) => {
        const first = expandPrompt(prompt, seed, wildcards);
        expect(expandPrompt(prompt, seed, wildcards)).toEqual(first);
        expect(expandPrompt(prompt, seed + 2 ** 32, wildcards)).toEqual(first);
      }),
      { numRuns: 1_000 },
    );
  });

  test("gives seeds in a row different texts as long as there are some", () => {
    const choice = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 1, maxLength: 4 }),
        fc.nat(2 ** 32 - 3000),
        (sizes, seed) => {
          const prompt = sizes
            .map(
              (size) =>
                `{${seeds(size)
                  .map((index) => `o${index}`)
                  .join("|")}|o${size}}`,
            )
            .join(" ");
          const all = sizes.reduce((product, size) => product * (size + 1), 1);
          const some = Math.min(all, 200);
          const found = seeds(some).map(
            (index) => expandPrompt(prompt, seed + index, wildcards).text,
          );
          expect(new Set(found).size).toBe(some);
        },
      ),
    );
  });

  test("takes no option twice, and as many as it says", () => {
    fc.assert(
      fc.property(
        fc.nat(9),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        (a, b, size, seed) => {
          const options = seeds(size).map((index) => `o${index}`);
          const { text } = expandPrompt(`{${a}-${b}$$${options.join("|")}}`, seed, wildcards);
          const taken = text === "" ? [] : text.split(", ");
          expect(new Set(taken).size).toBe(taken.length);
          expect(options).toEqual(expect.arrayContaining(taken));
          expect(taken.length).toBeGreaterThanOrEqual(Math.min(a, b, size));
          expect(taken.length).toBeLessThanOrEqual(Math.max(a, b));
        },
      ),
    );
  });

  test("takes every option about as often as it weighs", () => {
    const share = (prompt: string, text: string) =>
      seeds(4000).filter((seed) => expandPrompt(prompt, seed * 7919, wildcards).text === text)
        .length / 4000;
    expect(share("{a|b|c|d}", "a")).toBeCloseTo(0.25, 1);
    expect(share("{3::a|b}", "a")).toBeCloseTo(0.75, 1);
    expect(share("{0.5::a|1.5::b}", "a")).toBeCloseTo(0.25, 1);
    expect(share("__heavy__", "common")).toBeGreaterThan(0.99);
    expect(share("{x|y} {a|b}", "x a")).toBeCloseTo(0.25, 1);
    expect(share("{x|y} {3::a|b}", "x a")).toBeCloseTo(0.375, 1);
  });

  test("ends where lists name themselves, and is never longer than a prompt may be", () => {
    expect(expandPrompt("__loop__", 1, wildcards).text).toBe(`${"a ".repeat(20)}__loop__`);
    for (const name of ["twice", "nothing"]) {
      expect(expandPrompt(`__${name}__`, 1, wildcards).text.length).toBeLessThanOrEqual(6000);
    }
    const long = expandPrompt(`{${"😀".repeat(2999)}|${"😀".repeat(2999)}}a😀b`, 1, wildcards);
    expect(long.text).toBe(`${"😀".repeat(2999)}a`);
  });

  test.each([
    ["open braces", "{"],
    ["closed braces", "{}"],
    ["open choices", "{a|"],
    ["counts", "{1$$"],
    ["counts with separators", "{1$$ $$a|"],
    ["choices", "{a|b}"],
    ["options", "a|"],
    ["weights", "1::"],
    ["underscores", "_"],
    ["lists", "__colour__"],
    ["half names", "__a a"],
    ["backslashes", "\\"],
    ["loops", "__twice__"],
  ])("is expanded in well under a second when 10 times too long: %s", (_, piece) => {
    const text = piece.repeat(2 ** 16 / piece.length);
    const spent = cpuMilliseconds(() => {
      for (const closed of [text, `{${text}}`, `${text}${"}".repeat(2 ** 14)}`]) {
        expandPrompt(closed, 1, wildcards);
      }
    });
    expect(spent).toBeLessThan(1000);
  });

  test("is expanded in well under a second with a list of 20,000 lines", () => {
    const lines = seeds(20_000).map((index) => `{a|b} ${index}`);
    const spent = cpuMilliseconds(() => {
      expandPrompt("__x__".repeat(1000), 1, () => lines);
    });
    expect(spent).toBeLessThan(1000);
  });
});

describe("chance", () => {
  test("is the same for ever: these texts are what their seeds mean", () => {
    const prompt = "{a|b|c} {1-3$$x|y|z} {2::p|q}";
    expect(
      [0, 1, 2, 12_345, 4_294_967_295].map((seed) => expandPrompt(prompt, seed, wildcards).text),
    ).toMatchInlineSnapshot(`
      [
        "a z p",
        "b z q",
        "c x, z, y p",
        "a x, y, z q",
        "a y, x p",
      ]
    `);
  });

  test("never leaves its bounds", () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 1, max: 1e6 }), (seed, count) => {
        const chance = createChance(Number.isFinite(seed) ? seed : 0);
        const chosen = chance.oneOf(count);
        expect(chosen >= 0 && chosen < count && Number.isInteger(chosen)).toBe(true);
        expect([1, 2]).toContain(chance.weighted([0, 0.1, 3, 0]));
      }),
    );
  });
});
