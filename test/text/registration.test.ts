import { beforeAll, describe, expect, it } from "vitest";
import type { Command } from "../../src/bot/command.ts";
import { loadFolder } from "../../src/bot/load.ts";
import { bodyInAll } from "../../src/bot/register.ts";
import { otherTexts } from "../../src/text/text.ts";
import { catalogOf } from "../generation/sample.ts";

/** Whatever has a name: a command, an option, a choice. */
type Named = {
  name: string;
  description?: string;
  name_localizations?: Record<string, string>;
  description_localizations?: Record<string, string>;
  value?: unknown;
  options?: Named[];
  choices?: Named[];
};

const locales = otherTexts.map(([locale]) => locale);
let commands: Named[];
beforeAll(async () => {
  const loaded = await loadFolder<Command>(new URL("../../commands/", import.meta.url));
  commands = bodyInAll(loaded, { catalogs: [catalogOf()], writesPrompts: true }) as Named[];
});

const optionsIn = (node: Named): Named[] => [
  node,
  ...(node.options ?? []).flatMap((option) => optionsIn(option)),
];
const lengthOf = (words = "") => Array.from(words).length;
const longest = (own: string | undefined, others: Record<string, string> = {}) =>
  Math.max(lengthOf(own), ...Object.values(others).map(lengthOf));

/** As Discord counts a command: names, descriptions and values, of each the longest language. */
const sizeOf = (node: Named): number =>
  longest(node.name, node.name_localizations) +
  longest(node.description, node.description_localizations) +
  (typeof node.value === "string" ? lengthOf(node.value) : 0) +
  [...(node.options ?? []), ...(node.choices ?? [])].reduce((sum, each) => sum + sizeOf(each), 0);

describe("what Discord is told of the commands", () => {
  it("is no more than it takes, in any language", () => {
    expect(commands.length).toBeGreaterThan(15);
    for (const command of commands) {
      expect(sizeOf(command), command.name).toBeLessThanOrEqual(8000);
    }
  });

  it("describes every command and every option in every language", () => {
    for (const node of commands.flatMap(optionsIn)) {
      if (node.description === undefined) continue;
      const others = node.description_localizations ?? {};
      expect(Object.keys(others).sort(), node.description).toEqual([...locales].sort());
      for (const words of [node.description, ...Object.values(others)]) {
        expect(lengthOf(words), words).toBeGreaterThan(0);
        expect(lengthOf(words), words).toBeLessThanOrEqual(100);
      }
    }
  });

  it("leaves the names of commands and options as they are, which people type", () => {
    for (const node of commands.flatMap(optionsIn)) {
      if (node.description !== undefined) expect(node).not.toHaveProperty("name_localizations");
    }
  });

  it("has entries of menus and choices that can be told apart, in every language", () => {
    const lists = commands.flatMap(optionsIn).flatMap(({ choices }) => choices ?? []).length;
    expect(lists).toBeGreaterThan(10);
    for (const { choices = [] } of commands.flatMap(optionsIn)) {
      for (const locale of ["en-US", ...locales]) {
        const names = choices.map((each) => each.name_localizations?.[locale] ?? each.name);
        expect(new Set(names).size, names.join(", ")).toBe(names.length);
        for (const name of names) expect(lengthOf(name), name).toBeLessThanOrEqual(100);
      }
    }
    for (const { name, description, name_localizations } of commands) {
      if (description === undefined)
        expect(longest(name, name_localizations)).toBeLessThanOrEqual(32);
    }
  });
});
