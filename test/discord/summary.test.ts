import { describe, expect, test } from "vitest";
import { summaryOf } from "../../src/discord/summary.ts";
import { type ParameterName, parameterNames, rowOf } from "../../src/generation/parameters.ts";
import type { Values } from "../../src/generation/request.ts";
import { en } from "../../src/text/en.ts";
import { requestOf } from "../generation/sample.ts";

const drawn = { seeds: [7], model: "dream", size: { width: 512, height: 768 } };
const summary = (values: Values = {}, rest: Partial<typeof drawn> = {}) =>
  summaryOf(en, { request: requestOf(values), ...drawn, ...rest });

describe("the summary of a result", () => {
  test("always has seed and model", () => {
    expect(
      summaryOf(en, { request: requestOf(), seeds: [], model: undefined, size: undefined }),
    ).toEqual(["Seed 5", "Model `the webui's own`", "Steps 20"]);
    expect(summary()).toEqual(["Seed 7", "Model `dream`", "Size 512×768", "Steps 20"]);
  });

  test("names the model that drew, and the one that was asked for where the webui keeps silent", () => {
    expect(summary({ model: "asked" })[1]).toBe("Model `dream`");
    const request = requestOf({ model: "asked" });
    expect(summaryOf(en, { request, seeds: [], model: undefined, size: undefined })[1]).toBe(
      "Model `asked`",
    );
  });

  test.each([
    [[7], "7"],
    [[7, 8, 9, 10], "7–10"],
    [[7, 9], "7, 9"],
    [[7, 7], "7, 7"],
    [[4_294_967_295, 0], "4294967295, 0"],
    [[0, 1], "0–1"],
  ])("shows seeds that count up as a range: %j", (seeds, shown) => {
    expect(summary({}, { seeds })[0]).toBe(`Seed ${shown}`);
  });

  test("shows every parameter that somebody set, with its label, and none besides", () => {
    const values: Values = {
      cfg_scale: 0,
      sampler_name: "Euler a",
      styles: ["Ink", "Old photo"],
      lora: ["detail:0.5"],
      tiling: false,
      clip_skip: 2,
    };
    expect(summary(values).slice(3)).toEqual([
      "Styles `Ink`, `Old photo`",
      "Steps 20",
      "CFG scale 0",
      "Sampler `Euler a`",
      "LoRA `detail:0.5`",
      "Clip skip 2",
      "Tiling false",
    ]);
  });

  test("has a place for each row of the table that is not quiet", () => {
    const samples: Partial<Record<ParameterName, unknown>> = {
      styles: ["x"],
      lora: ["x"],
      aspect_ratio: "1:1",
      tiling: true,
    };
    for (const name of parameterNames.filter((each) => rowOf(each).quiet !== true)) {
      const value = samples[name] ?? (rowOf(name).suggest === undefined ? 1 : "x");
      const { label } = en.parameters[name];
      expect(
        summary({ [name]: value }).some((fact) => fact.startsWith(`${label} `)),
        name,
      ).toBe(true);
    }
  });

  test("shows a name with a code mark in it without ending the code", () => {
    expect(summary({ vae: "a`b\n`c" }).at(-1)).toBe("VAE `a´b ´c`");
  });
});
