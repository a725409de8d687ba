import { describe, expect, test } from "vitest";
import { customIdsOf, textOf } from "../../src/discord/shown.ts";
import { type PresetLine, presetsMessage, presetsPerPage } from "../../src/discord/presets.ts";
import { readPresetName } from "../../src/generation/preset-name.ts";
import { en } from "../../src/text/en.ts";

const shown = (lines: PresetLine[], page = 1, pages = 1) => {
  const { body } = presetsMessage(en, { lines, page, pages });
  const message = { content: "", ...body } as unknown as Parameters<typeof textOf>[0];
  return { text: textOf(message), ids: customIdsOf(message), body };
};

describe("a page of presets", () => {
  test("fits into a message whatever they are called and hold", () => {
    for (const sign of ["*", "漢", "😀", "`"]) {
      const text = sign.repeat(50 / sign.length);
      const lines = Array.from({ length: presetsPerPage }, (_, index) => ({
        name: readPresetName(text),
        owner: { kind: "shared", userId: `${index}`, userName: sign.repeat(32) } as const,
        values: { prompt: sign.repeat(3_000), steps: 30 },
        sharedHere: false,
      }));
      const { text: words } = shown(lines, 2, 99);
      expect(words.length).toBeLessThanOrEqual(4_000);
      expect(Buffer.byteLength(words)).toBeLessThanOrEqual(9_500);
      expect(words).toContain("Page 2 of 99");
      expect(words.split("\n")).toHaveLength(presetsPerPage + 3);
    }
  });

  test("groups them by whose they are, and shows their values as one would type them", () => {
    const values = { steps: 30, negative_prompt: "people", lora: ["ink:0.5"] };
    const lines: PresetLine[] = [
      { name: "a", owner: { kind: "own" }, values, sharedHere: true },
      { name: "b_c", owner: { kind: "own" }, values: {}, sharedHere: false },
      { name: "d", owner: { kind: "server" }, values: { tiling: true }, sharedHere: false },
    ];
    const { text, body } = shown(lines);
    expect(text.split("\n")).toEqual([
      "**Presets**",
      "### Yours",
      "**a** · shared here · `--no people --steps 30 --lora ink:0.5`",
      "**b\\_c** · –",
      "### The server's",
      "**d** · `--tiling`",
    ]);
    expect(body["allowed_mentions"]).toEqual({ parse: [], users: [] });
  });

  test("says how to make one where there is none", () => {
    expect(shown([]).text).toContain("/preset save");
  });
});
