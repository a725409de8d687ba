import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const text = readFileSync(join(root, "docs/security.md"), "utf8");
const lines = text
  .split("## What may be tried")[1]
  ?.split("\n")
  .filter((line) => /^\| (?!who tries|-)/.test(line));

it("every line of the threat model names a test that there is", () => {
  expect(lines?.length).toBeGreaterThan(30);
  for (const line of lines ?? []) {
    const [, file = "", name = ""] = /`(test\/[^`]+)` "([^|]+)"\s*\|$/.exec(line) ?? [];
    expect(file, line).not.toBe("");
    expect(readFileSync(join(root, file), "utf8"), line).toContain(`"${name}"`);
  }
});
