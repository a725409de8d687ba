import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { families } from "../../src/backup/families.ts";

const src = join(import.meta.dirname, "../../src");
const sources = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("demo/"))
  .map((file) => ({ file, text: readFileSync(join(src, file), "utf8") }));

/** Families that the sources name; a channel of messages keeps nothing. */
const named = sources.flatMap(({ file, text }) => [
  ...[...text.matchAll(/Family = "([\w-]+)"/g)].map(([, family = ""]) => ({ file, family })),
  ...[...text.matchAll(/^(?!.*Channel = ).*\{(?:keyPrefix|queuePrefix)\}:([\w-]+)/gm)].map(
    ([, family = ""]) => ({ file, family }),
  ),
]);

describe("the table of what is kept", () => {
  it("has a line for every family of keys that any source names", () => {
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(({ family }) => !(family in families))).toEqual([]);
  });

  it("has every family of the sources under its own name, made in one place", () => {
    const names = named.map(({ family }) => family);
    expect(names).toHaveLength(new Set(names).size);
    const literal = sources.filter(({ text }) => text.includes('"{easel}:'));
    expect(literal.map(({ file }) => file)).toEqual([]);
  });
});
