import { describe, expect, test } from "vitest";
import { type ParameterName, parameterNames } from "../../src/generation/parameters.ts";
import { factsOf } from "../../src/generation/facts.ts";
import { checkValue, readValue, splitNames } from "../../src/generation/values.ts";
import { en } from "../../src/text/en.ts";
import { refusalOf } from "../harness/refusal.ts";

describe("a value as it was typed", () => {
  test.each<[parameter: ParameterName, typed: string, value: unknown]>([
    ["steps", " 30 ", 30],
    ["steps", "30.5", 30.5],
    ["cfg_scale", "4.5", 4.5],
    ["cfg_scale", "4,5", 4.5],
    ["cfg_scale", "-,5", undefined],
    ["seed", "-1", -1],
    ["steps", "", undefined],
    ["steps", "thirty", undefined],
    ["steps", "Infinity", undefined],
    ["steps", "30 steps", undefined],
    ["tiling", "Yes", true],
    ["tiling", "off", false],
    ["styles", " Ink ,, Old photo,", ["Ink", "Old photo"]],
    ["lora", ",", []],
    ["model", " my model ", "my model"],
    ["negative_prompt", "a, b", "a, b"],
    ["aspect_ratio", "16:9", "16:9"],
  ])("of %s is read: %j", (parameter, typed, value) => {
    if (value !== undefined) return expect(readValue(parameter, typed)).toEqual(value);
    const { label } = en.parameters[parameter];
    return expect(refusalOf(() => readValue(parameter, typed))).toBe(
      `${label} cannot be \`${typed}\`: it must be a number.`,
    );
  });

  test("keeps the order of a list and the commas out of it", () => {
    expect(splitNames("b, a:0.7,c")).toEqual(["b", "a:0.7", "c"]);
    expect(splitNames(" ")).toEqual([]);
  });
});

describe("a value out of bounds", () => {
  test.each<[parameter: ParameterName, value: unknown, words: string]>([
    ["steps", 151, "Steps cannot be `151`: it must be from 1 to 150."],
    ["steps", 0, "Steps cannot be `0`: it must be from 1 to 150."],
    ["steps", 2.5, "Steps cannot be `2.5`: it must be a whole number."],
    ["steps", 1e300, "Steps cannot be `1e+300`: it must be from 1 to 150."],
    ["cfg_scale", 31, "CFG scale cannot be `31`: it must be from 0 to 30."],
    ["denoising_strength", -0.1, "Denoising strength cannot be `-0.1`: it must be from 0 to 1."],
    ["seed", 2 ** 32, "Seed cannot be `4294967296`: it must be from -1 to 4,294,967,295."],
    [
      "aspect_ratio",
      "16x9",
      "Aspect ratio cannot be `16x9`: it must be two numbers with a colon between, such as 16:9.",
    ],
    ["prompt", " ", "Prompt cannot be ` `: it must not be empty."],
    ["model", "", "Model cannot be ``: it must not be empty."],
    ["styles", [], "Styles cannot be `[]`: it must not be empty."],
    ["styles", [" "], 'Styles cannot be `[" "]`: it must not be empty.'],
  ])("of %s is refused with its label, the value and why", (parameter, value, words) => {
    expect(refusalOf(() => checkValue(parameter, value))).toBe(words);
  });

  test("is shown shortened, with the length that it may have", () => {
    expect(refusalOf(() => checkValue("negative_prompt", "x".repeat(6001)))).toBe(
      `Negative prompt cannot be \`${"x".repeat(60)}…\`: it may have 6,000 characters at most.`,
    );
  });

  test("in a list is told from a list that is too long", () => {
    expect(
      refusalOf(() =>
        checkValue(
          "lora",
          Array.from({ length: 21 }, () => "a"),
        ),
      ),
    ).toContain("it may have 20 entries at most");
    expect(refusalOf(() => checkValue("lora", ["x".repeat(301)]))).toContain(
      "it may have 300 characters at most",
    );
  });

  test("is one beyond what the table says, for every number in it", () => {
    for (const parameter of parameterNames) {
      const { min, max } = factsOf(parameter);
      if (min === undefined || max === undefined) continue;
      expect(checkValue(parameter, min)).toBe(min);
      expect(checkValue(parameter, max)).toBe(max);
      const { label } = en.parameters[parameter];
      for (const value of [min - 1, max + 1]) {
        const words = refusalOf(() => checkValue(parameter, value));
        expect(words).toContain(label);
        expect(words).toContain(`from ${min.toLocaleString("en")} to ${max.toLocaleString("en")}`);
      }
    }
  });
});

describe("a value within bounds", () => {
  test("comes back trimmed", () => {
    expect(checkValue("prompt", " a castle ")).toBe("a castle");
    expect(checkValue("styles", [" Ink "])).toEqual(["Ink"]);
  });
});
