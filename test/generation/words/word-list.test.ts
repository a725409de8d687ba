import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readWordList, showWordList } from "../../../src/generation/words/word-list.ts";
import { anyText } from "../../harness/any-text.ts";

test.each([
  ["cat, dog", ["cat", "dog"]],
  [" cat ,, dog , cat,", ["cat", "dog"]],
  ["/a,b/, cat", ["/a,b/", "cat"]],
  ["cat, /a{1,2}\\/,b/ , dog", ["cat", "/a{1,2}\\/,b/", "dog"]],
  ["and/or, /x, y", ["and/or", "/x", "y"]],
  ["/a/b, c/", ["/a/b, c/"]],
  ["//, a", ["//", "a"]],
  ["", []],
  [" , ", []],
])("the list %j is read as %j", (text, entries) => {
  expect(readWordList(text)).toEqual(entries);
});

test("a list that is shown reads as the same list", () => {
  const typed = anyText([",", ", ", "/", "\\", "/a,b/", " /"], 30);
  fc.assert(
    fc.property(typed, (text) => {
      const entries = readWordList(text);
      expect(readWordList(showWordList(entries))).toEqual(entries);
    }),
    { numRuns: 3000 },
  );
});
