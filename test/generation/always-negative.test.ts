import fc from "fast-check";
import { expect, it } from "vitest";
import { withExpandedWords, withWords } from "../../src/generation/always-negative.ts";

const word = fc.stringMatching(/^[a-z()]{1,9}( [a-z]{1,6})?$/);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 6 });

it("begins with the words, once, however often it is done", () => {
  fc.assert(
    fc.property(words, words, (own, always) => {
      const once = withWords(own.join(", "), always);
      expect(`${once},`.startsWith(`${always.join(", ")},`)).toBe(true);
      expect(once.endsWith(own.join(", "))).toBe(true);
      expect(withWords(once, always)).toBe(once);
    }),
  );
});

it.each(["# mine", "(x, nsfw, y:0)", "nsfw:0.1", "nsfw", "x, nsfw, gore", "\n#\nnsfw, gore"])(
  "has them before anything that a person wrote: %j",
  (own) => expect(withWords(own, ["nsfw", "gore"])).toBe(`nsfw, gore, ${own.trim()}`),
);

it("keeps the words that are always there where what a person wrote leaves no room", () => {
  const long = withWords("x".repeat(6_000), ["text"]);
  expect(long).toHaveLength(6_000);
  expect(long.startsWith("text, x")).toBe(true);
  expect(withWords(undefined, ["text"])).toBe("text");
});

it("puts them back where a dynamic prompt came to something without them, unless they are dynamic", () => {
  expect(withExpandedWords("fog", ["nsfw"])).toBe("nsfw, fog");
  expect(withExpandedWords("nsfw, fog", ["nsfw"])).toBe("nsfw, fog");
  expect(withExpandedWords("blue, fog", ["{blue|green}"])).toBe("blue, fog");
});
