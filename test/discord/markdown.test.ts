import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { code, cut, cutBytes, plain } from "../../src/discord/markdown.ts";
import { anyText } from "../harness/any-text.ts";
import { cpuMilliseconds } from "../harness/cpu.ts";

const pieces =
  "* ** _ __ ~~ ` ``` || > >>> - + # ## -# 1. 12. [ ] ( ) [a](https://b.c) https:// http://a.b/c_d_e <@1> <@!1> <@&1> <#1> </a:1> <t:1> <:a:1> <a:b_c:1> @everyone @here :smile: \\ \\\\ a b".split(
    " ",
  );
const wild = anyText([...pieces, " ", "\n", "\n ", "\u202e", "\u2067", "\u2069"]);

/** What a reader sees of escaped text, by Discord's rule: a backslash before anything but letters, digits and blanks. */
const shown = (text: string) => text.replace(/\\([^0-9A-Za-z\s])/g, "$1").replaceAll("\u200b", "");
/** What is left for Discord to act upon; what is escaped is just a character. */
const live = (text: string) => text.replace(/\\[^0-9A-Za-z\s]/g, "¤");

describe("somebody's words", () => {
  test("have no live mark, mention, link, emoji or code left in them", () => {
    fc.assert(
      fc.property(wild, (text) => {
        const left = live(plain(text));
        expect(left).not.toMatch(/[*_~`|<[\]]/);
        expect(left).not.toMatch(/^\s*(#|>|[-+]\s|-#|\d+\.)/m);
        expect(left).not.toMatch(/\w:\/\/|@everyone|@here/i);
        expect(left).not.toMatch(/:[\w+-]+:/);
        expect(plain(text) + code(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 2000 },
    );
  });

  test("are read as they were typed", () => {
    fc.assert(
      fc.property(wild, (text) => {
        expect(shown(plain(text))).toBe(text.replace(/[\u200b\u202a-\u202e\u2066-\u2069]/g, ""));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["a castle, (old:1.2), by night - again", "a castle, (old:1.2), by night - again"],
    ["snake_case **bold**", "snake\\_case \\*\\*bold\\*\\*"],
    ["<:x _slanted_ words", "\\<:x \\_slanted\\_ words"],
    ["[here](https://example.com/a_b)", "\\[here\\](https\\://example.com/a\\_b)"],
    ["# big\n1. one\n- two", "\\# big\n1\\. one\n\\- two"],
    ["@everyone, <@123>", "@\u200beveryone, \\<@123>"],
  ])("are escaped where they must be and no further: %s", (text, escaped) => {
    expect(plain(text)).toBe(escaped);
  });

  test("are escaped in no time, however many marks they have", () => {
    const milliseconds = cpuMilliseconds(() => {
      for (const piece of [...pieces, " ", "\n", ":a", "1"])
        plain(piece.repeat(20_000 / piece.length));
    });
    expect(milliseconds).toBeLessThan(2_000);
  });
});

describe("a text that is cut", () => {
  test("is never longer than it may be, and is left alone where it fits", () => {
    fc.assert(
      fc.property(wild, fc.nat(60), (text, max) => {
        expect(cut(text, max).length).toBeLessThanOrEqual(max);
        expect(Buffer.byteLength(cutBytes(text, max))).toBeLessThanOrEqual(max);
        if (text.length <= max) expect(cut(text, max)).toBe(text);
        if (Buffer.byteLength(text) <= max) expect(cutBytes(text, max)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test("ends in an ellipsis, and neither in half a character nor in a backslash that would escape it", () => {
    fc.assert(
      fc.property(wild, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const escaped = plain(text);
        if (escaped.length <= max) return;
        const short = cut(escaped, max);
        expect(short).toMatch(/…$/);
        expect(shown(short)).toMatch(/…$/);
        expect(live(short)).toMatch(/…$/);
        if (text.isWellFormed()) expect(short.isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["castle", 6, "castle"],
    ["castles", 6, "castl…"],
    ["ab😀cd", 4, "ab…"],
    ["ab\\*cd", 4, "ab…"],
    ["ab\\\\*cd", 5, "ab\\\\…"],
    ["castle", 1, "…"],
    ["castle", 0, ""],
  ])("is as much of it as there is room for: %s to %i", (text, max, short) => {
    expect(cut(text, max)).toBe(short);
  });

  test("is measured in bytes too, of which letters outside English have more", () => {
    expect(cutBytes("城".repeat(100), 100)).toMatch(/^城{20,32}…$/);
    expect(cutBytes("a".repeat(100), 100)).toHaveLength(100);
  });
});

describe("a name as code", () => {
  test("has nothing in it that could end it, and is one line", () => {
    fc.assert(
      fc.property(wild, (text) => {
        expect(code(text)).toMatch(/^`[^`\n]*`$/);
      }),
    );
    expect(code("dreamshaper_8")).toBe("`dreamshaper_8`");
  });
});
