import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "../../src/generation/settings.ts";
import { en } from "../../src/text/en.ts";
import { otherTexts, textFor } from "../../src/text/text.ts";
import { askingsOf, type Leaf, leavesOf, said } from "./leaves.ts";

const english = leavesOf(en);

/** Names and terms that stay as they are in every language. */
const terms =
  /(?<!\p{L})(AUTOMATIC1111|SD\.Next|stable-diffusion\.cpp|KoboldCpp|reForge|Forge( Neo)?|Stable Diffusion|ControlNet|Control|ADetailer|GFPGAN|CodeFormer|LoRAs?|VAEs?|CFG|Clip skip|Discord|Redis|Webuis?|GPU|MB|ms|s|Prompts?|Seed|Samplers?|Schedulers?|Upscalers?|Detailers?|Remix|Presets?|Spoiler|Hires|latent|Infotext|Hash|Tags|Turbo)(?!\p{L})|(Name|Other)[A-G]/gu;

/** Words that a language happens to share with English. */
const shared: Record<string, string[]> = {
  de: ["Name", "Original", "Details", "in"],
  "es-ES": ["Original", "no"],
  "pt-BR": ["Original"],
  fr: ["Image", "Mode", "Original", "Score", "Styles"],
};

/** Written by `Intl` alone, which may pad a day with zeros. */
const byIntl = /^stats\.(dayOf|monthOf)$/;
/** The same in every language, as they are names. */
const names = /^(kinds|models\.(families|speeds))\./;

/** Discord's bounds, in characters; what is shown elsewhere is cut or has room enough. */
const bounds: [path: RegExp, most: number][] = [
  [/^(commands|(settings|models|presets|admin)\.command)\..*/, 100],
  [/^(parameters|settings\.names)\.\w+\.about$/, 100],
  [/^(parameters|settings\.names)\.\w+\.label$/, 45],
  [/^menus\./, 32],
  [/^(choices|info\.lists|stats\.(whose|periods)|(settings|models|presets)\.scopes)\./, 100],
  // Behind an emoji, as what stands in an empty menu.
  [/^buttons\./, 75],
  [/^(views\.|mail\.back|moderation\.review\.posted|admin\.(erase|back))/, 80],
  [/^(dialog|presets\.dialog)\.|^views\.title$/, 45],
  [/^settings\.(clearHint|emptyHint)$/, 100],
  [/^(settings\.change\w+|choose\.which|inspect\.choose|info\.choose)$/, 150],
];

const codeIn = (words: string) => [...words.matchAll(/`[^`]*`/g)].map(([code]) => code).sort();
const digitsIn = (words: string) =>
  [...words.replace(/`[^`]*`/g, "").matchAll(/\d/g)]
    .map(([digit]) => digit)
    .sort()
    .join("");
const namesIn = (words: string) =>
  [...new Set([...words.matchAll(/(Name|Other)[A-G]/g)].map(([name]) => name))].sort();
/** Whatever a person types or presses as it stands, and what makes words bold, small, a list or a link. */
const fixedIn = (words: string) =>
  [
    ...words.matchAll(
      /(?<=^|[\s(])\/[a-z]+( [a-z]+){0,2}(?=[ .,)]|$)|--[a-z]+|\{\w+\}|[A-Z]+_[A-Z]+|\p{Extended_Pictographic}|\*\*|^-# |^- |\]\(|<t:|\n/gu,
    ),
  ]
    .map(([fixed]) => fixed.split(" ")[0] ?? "")
    .sort();

it("every language that a server can choose has its words, and no other", () => {
  const written = ["en-US", ...otherTexts.map(([locale]) => locale)];
  expect(written.sort()).toEqual([...languages].sort());
});

describe.each(otherTexts)("the words in %s", (locale, text) => {
  const leaves = leavesOf(text);
  const pairs = english.map((leaf): [Leaf, Leaf] => [
    leaf,
    leaves.find(({ path }) => path === leaf.path) ?? { path: leaf.path, words: "" },
  ]);

  it("are found by the name of their language", () => {
    expect(textFor(locale)).toBe(text);
  });

  it("say something wherever English does", () => {
    expect(leaves.map(({ path }) => path).sort()).toEqual(english.map(({ path }) => path).sort());
    for (const [from, to] of pairs) {
      for (const args of askingsOf(from)) {
        const words = said(to, args);
        if (said(from, args).trim() !== "") expect(words.trim(), from.path).not.toBe("");
        expect(words, from.path).not.toMatch(/undefined|NaN|null|\[object|=>/);
        expect(words, from.path).toBe(words.normalize("NFC"));
      }
    }
  });

  it("name the same names and numbers, code, commands and signs as English", () => {
    for (const [from, to] of pairs) {
      for (const args of askingsOf(from)) {
        const [there, here] = [said(from, args), said(to, args)];
        const where = `${from.path}(${JSON.stringify(args)})`;
        expect(namesIn(here), where).toEqual(namesIn(there));
        if (!byIntl.test(from.path)) expect(digitsIn(here), where).toBe(digitsIn(there));
        expect(codeIn(here), where).toEqual(codeIn(there));
        expect(fixedIn(here), where).toEqual(fixedIn(there));
        expect(here, where).not.toMatch(/@(everyone|here)|<[@#]/);
      }
    }
  });

  it("are not English ones that were left", () => {
    const left = pairs
      .filter(([{ path }]) => !names.test(path))
      .filter(([from, to]) => askingsOf(from).every((args) => said(from, args) === said(to, args)))
      .map(([from]) => ({ path: from.path, words: said(from, askingsOf(from)[0] ?? []) }))
      .filter(({ words }) => {
        const own = (shared[locale] ?? []).reduce(
          (rest, each) => rest.replace(new RegExp(`(?<!\\p{L})${each}(?!\\p{L})`, "gu"), ""),
          words.replace(terms, ""),
        );
        return /\p{L}{2}/u.test(own.replace(/`[^`]*`/g, ""));
      });
    expect(left).toEqual([]);
  });
});

describe.each([["en-US", en] as const, ...otherTexts])("the lengths in %s", (_, text) => {
  const leaves = leavesOf(text);

  it.each(bounds)("are within Discord's bounds at %s", (path, most) => {
    const bound = leaves.filter((leaf) => path.test(leaf.path));
    expect(bound).not.toEqual([]);
    for (const leaf of bound) {
      const words = said(leaf, askingsOf(leaf)[0] ?? []);
      expect(Array.from(words).length, `${leaf.path}: ${words}`).toBeLessThanOrEqual(most);
    }
  });
});

describe("the words in English", () => {
  const root = join(import.meta.dirname, "../..");
  const sources = ["src", "commands"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .filter((file) => file.endsWith(".ts") && !/^src\/(text|demo)\//.test(file))
    .map((file) => new Set(readFileSync(join(root, file), "utf8").match(/[\w-]+/g)));

  /** Sections whose entries are asked for by the name of something else. */
  const byName = /^(choices|kinds|parameters|settings\.names|models\.(families|speeds))\./;

  it("are all said somewhere", () => {
    const unsaid = english.filter(({ path }) => {
      const keys = path.split(".");
      const [section = "", parent = "", last = ""] = [keys[0], keys.at(-2), keys.at(-1)];
      const isNamed = sources.some((words) => words.has(last));
      if (byName.test(path)) {
        const [key = ""] = path.replace(byName, "").split(".");
        return !sources.some((words) => words.has(key));
      }
      // Of a few that stand beside each other, one is chosen by a value that comes from elsewhere.
      const asked = keys.length > 2 ? [last, parent] : [last];
      return (
        !isNamed ||
        !sources.some((words) => words.has(section) && asked.some((key) => words.has(key)))
      );
    });
    expect(unsaid.map(({ path }) => path)).toEqual([]);
  });
});
