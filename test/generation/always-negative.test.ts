import fc from "fast-check";
import { expect, it } from "vitest";
import { withWords } from "../../src/generation/always-negative.ts";

const word = fc.stringMatching(/^[a-z()]{1,9}( [a-z]{1,6})?$/);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 6 });

it("adds each word once, however often it is done", () => {
  fc.assert(
    fc.property(words, words, (own, always) => {
      const once = withWords(own.join(", "), always);
      const parts = once.split(", ");
      for (const each of [...own, ...always]) expect(parts).toContain(each);
      expect(new Set(parts).size).toBe(parts.length);
      expect(withWords(once, always)).toBe(once);
    }),
  );
});

it("keeps the words that are always there where what a person wrote leaves no room", () => {
  const long = withWords("x".repeat(6_000), ["text"]);
  expect(long).toHaveLength(6_000);
  expect(long.endsWith(", text")).toBe(true);
  expect(withWords(undefined, ["text"])).toBe("text");
});
