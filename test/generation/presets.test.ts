import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain } from "../../src/discord/markdown.ts";
import { readFlags } from "../../src/generation/flags.ts";
import { maxPresetName, foldPresetName, readPresetName } from "../../src/generation/preset-name.ts";
import {
  checkPreset,
  findPreset,
  presetNames,
  presetOf,
  readPresetValues,
  withPresetWords,
} from "../../src/generation/presets.ts";
import { generationRequest } from "../../src/generation/request.ts";
import { toFlags } from "../../src/generation/to-flags.ts";
import { UserError } from "../../src/errors.ts";
import { anyText } from "../harness/any-text.ts";
import { refusalOf } from "../harness/refusal.ts";

const nameOf = (typed: string): string | undefined => {
  try {
    return readPresetName(typed);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
};

describe("a preset's name", () => {
  test("is taken as it was typed, but for blanks", () => {
    expect(readPresetName("  Dark \n forest ")).toBe("Dark forest");
    expect(readPresetName("*soft* `light`_")).toBe("*soft* `light`_");
    expect(readPresetName("森の中")).toBe("森の中");
    expect(readPresetName("👩‍🎨 me ❤️")).toBe("👩‍🎨 me ❤️");
    expect(readPresetName("half-tone – no")).toBe("half-tone – no");
  });

  test.each(["", "   ", "\u200d", "\u3164", "\ufe0f \u200c"])(
    "is one that can be seen: %j",
    (typed) => {
      expect(refusalOf(() => readPresetName(typed))).toMatch(/needs a name|cannot be seen/);
    },
  );

  test.each([
    "a --steps 30",
    "--x",
    "a —no people",
    "<@123456789012345678>",
    "<#1>",
    "hi @everyone",
    "@HERE",
    "a\u0000b",
    "a\u202eb",
    "a\u200bb",
    "a\ud800",
    "a\ue000",
  ])("holds no flag, no mention, and nothing that cannot be seen: %j", (typed) => {
    expect(refusalOf(() => readPresetName(typed))).toContain("may not hold");
  });

  test("has fifty characters at most", () => {
    expect(readPresetName("a".repeat(50))).toHaveLength(50);
    expect(refusalOf(() => readPresetName("a".repeat(51)))).toContain("50 characters");
  });

  test("is the same in any case, width and spelling", () => {
    const spellings = ["Straße １", "straße 1", "STRAßE  1 ", "stra\u200dße 1"];
    expect(new Set(spellings.map(foldPresetName)).size).toBe(1);
    expect(foldPresetName("e\u0301")).toBe(foldPresetName("É"));
    expect(foldPresetName("a b")).not.toBe(foldPresetName("ab"));
  });

  test("whatever was typed, is safe to show and to type, found again, and taken a second time", () => {
    const typed = anyText(["--", "—", "@", "<@", "<", ">", "`", "*", '"', "'", " ", "\u200d"], 60);
    let taken = 0;
    fc.assert(
      fc.property(typed, fc.uniqueArray(typed, { maxLength: 5 }), (text, others) => {
        const name = nameOf(text);
        if (name === undefined) return;
        taken += 1;
        expect(name.length).toBeGreaterThanOrEqual(1);
        expect(name.length).toBeLessThanOrEqual(maxPresetName);
        expect(name.isWellFormed()).toBe(true);
        expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(plain(name)).not.toMatch(/(?<!\\)<[@#]|@everyone|@here/i);
        expect(readPresetName(name)).toBe(name);
        expect(foldPresetName(foldPresetName(name))).toBe(foldPresetName(name));
        // As a flag's value it comes back as it is.
        const { values, prompt } = readFlags(toFlags({ prompt: "a", preset: name }));
        expect({ preset: values.preset, prompt }).toEqual({ preset: name, prompt: "a" });
        const known = [...others, name].map((each) => ({
          name: each,
          owner: { kind: "own" } as const,
        }));
        expect(foldPresetName(findPreset(known, name.toUpperCase())?.name ?? "?")).toBe(
          foldPresetName(name.toUpperCase()),
        );
      }),
      { numRuns: 2_000 },
    );
    expect(taken).toBeGreaterThan(200);
  });
});

describe("what a preset holds", () => {
  const request = (values: object) =>
    generationRequest.parse({ prompt: "a castle", seed: 7, steps: 30, ...values });

  test("of a result is how it was drawn, not what, nor how it was shown", () => {
    const result = request({
      negative_prompt: "people",
      model: "m",
      lora: ["ink:0.5"],
      cfg_scale: 5,
      count: 2,
      spoiler: true,
      private: true,
      prompts: ["a", "b"],
      subseed: 4,
    });
    expect(presetOf(result)).toEqual({
      negative_prompt: "people",
      model: "m",
      lora: ["ink:0.5"],
      cfg_scale: 5,
      count: 2,
      steps: 30,
    });
  });

  test("of a result has its size as it was asked for, unless that came from a picture", () => {
    const sized = { aspect_ratio: "3:2", width: 576, height: 384 };
    expect(presetOf(request(sized))).toEqual({ steps: 30, aspect_ratio: "3:2" });
    expect(presetOf(request({ width: 512, height: 768 }))).toEqual({
      steps: 30,
      width: 512,
      height: 768,
    });
    const image = { hash: "h", width: 640, height: 448 };
    expect(presetOf(request({ ...sized, image, denoising_strength: 0.4 }))).toEqual({
      steps: 30,
      denoising_strength: 0.4,
    });
    expect(presetOf(request({ ...sized, control: [{ type: "Canny", image }] }))).toEqual({
      steps: 30,
    });
  });

  test("can be whatever is typed at /draw, but no picture and no other preset", () => {
    expect(presetNames).toEqual(expect.arrayContaining(["prompt", "seed", "steps", "private"]));
    for (const name of ["image", "preset", "mask", "control", "subseed"]) {
      expect(presetNames).not.toContain(name);
    }
  });

  test("is read as far as this version understands it", () => {
    const stored = {
      steps: 30,
      cfg_scale: "warm",
      image: { hash: "h" },
      mood: "good",
      tiling: true,
    };
    expect(readPresetValues(stored)).toEqual({ steps: 30, tiling: true });
  });

  test("is something, and not too much", () => {
    expect(refusalOf(() => checkPreset({}))).toContain("nothing to save");
    expect(refusalOf(() => checkPreset({ prompt: "x".repeat(6_000) }))).toContain("too much");
    expect(checkPreset({ steps: 3 })).toEqual({ steps: 3 });
  });
});

describe("a preset's words", () => {
  test("have the person's in the place of {prompt}, each time", () => {
    expect(withPresetWords("photo of {prompt}, film", "a cat")).toBe("photo of a cat, film");
    expect(withPresetWords("{PROMPT} and {prompt}", "$& $1")).toBe("$& $1 and $& $1");
    expect(withPresetWords("{a|b} {prompt}", "{prompt}")).toBe("{a|b} {prompt}");
  });

  test("follow the person's where they do not say where", () => {
    expect(withPresetWords("oil painting", "a cat")).toBe("a cat, oil painting");
    expect(withPresetWords("oil painting", " ")).toBe("oil painting");
    expect(withPresetWords(undefined, "a cat")).toBe("a cat");
    expect(withPresetWords("of {prompt}", undefined)).toBe("of");
  });
});
