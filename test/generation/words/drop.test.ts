import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dropWords } from "../../../src/generation/words/drop.ts";
import { createWordMatcher } from "../../../src/generation/words/matcher.ts";
import { anyText } from "../../harness/any-text.ts";

const matcher = createWordMatcher(["bad", "nude", "/f.o,b/", "🍆"]);

describe("a prompt without the words that a server drops", () => {
  test.each([
    ["a bad castle", "a castle"],
    ["bad, castle", "castle"],
    ["castle, bad", "castle"],
    ["castle, bad, nude, hill", "castle, hill"],
    ["a castle , bad , hill", "a castle, hill"],
    ["a bad.", "a."],
    ["a\nbad\nhill", "a\nhill"],
    ["ｂａｄ，城", "城"],
    ["b a d", ""],
    ["b@d b.a.d BAAAD castle", "castle"],
    ["half-nude-man, bad-looking", "half-man, looking"],
    ["the bad's castle", "the castle"],
    ["xfoo,b 🍆 y", "x y"],
    ["a castle (bad:1.2) on a hill", "a castle on a hill"],
    ["((bad)), [nude], castle", "castle"],
    ["(bad, good:1.2)", "(good:1.2)"],
    ["(bad good:1.2)", "(good:1.2)"],
    ["(good bad:1.2)", "(good:1.2)"],
    ["[n]ude girl", "girl"],
    ["(nu:1.1)(de:1.2), girl", "girl"],
    ["||nude|| girl, **bad** boy", "girl, boy"],
    ["[bad:good:0.5]", "[:good:0.5]"],
    ["{bad|good} girl", "good girl"],
    ["{a|bad|c}", "{a|c}"],
    ["{bad girl|boy}", "{girl|boy}"],
    ["{2$$bad|a|b}", "{2$$a|b}"],
    ["{3::bad|a}", "a"],
    ["{{bad|nude}|c} hill", "c hill"],
    ["good BREAK bad BREAK hill", "good BREAK hill"],
    ["<lora:bad:1> bad, __bad__, hill", "<lora:bad:1>, __bad__, hill"],
  ])("%j is %j", (text, left) => {
    expect(dropWords(text, matcher)).toBe(left);
  });

  test("is left alone where none of them is in it", () => {
    fc.assert(
      fc.property(anyText(["{a|b}", "(c:1.2)", ",  ,"], 30), (text) => {
        if (matcher.find(text) === undefined) expect(dropWords(text, matcher)).toBe(text);
      }),
    );
    const odd = " a ,, (x:1.2) {b|} , ";
    expect(dropWords(odd, matcher)).toBe(odd);
  });

  test("holds none of them any more, whatever it was", () => {
    const parts = [
      "bad",
      " bad ",
      ", ",
      "(",
      ":1.2)",
      ")",
      "{",
      "|",
      "}",
      "castle",
      "b",
      "a",
      "d",
      "\n",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (some) => {
        const left = dropWords(some.join(""), matcher);
        expect(matcher.find(left)).toBeUndefined();
        expect(left).not.toContain("\ufdd0");
      }),
      { numRuns: 1000 },
    );
  });
});
