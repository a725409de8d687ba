import { describe, expect, test } from "vitest";
import { summaryOf } from "../../src/discord/summary.ts";
import { factsOf, type Kind } from "../../src/generation/facts.ts";
import {
  drawingNames,
  namesOn,
  type ParameterName,
  parameterNames,
  rowOf,
} from "../../src/generation/parameters.ts";
import type { Values } from "../../src/generation/request.ts";
import { createDescription, createUpscale, type Work } from "../../src/generation/work.ts";
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

  const image = { hash: "h", width: 64, height: 64 };
  /** Something that each row takes. */
  function sampleOf(name: ParameterName): unknown {
    const { kind, max } = factsOf(name);
    const samples: Partial<Record<Kind, unknown>> = {
      ratio: "1:1",
      names: ["x"],
      boolean: true,
      integer: max,
      number: max,
      choice: rowOf(name).choices?.[0],
    };
    return samples[kind] ?? "x";
  }
  const shownOf = (request: Work) => summaryOf(en, { request, ...drawn });
  /** A result of a request in which a row is set, however it comes there. */
  function resultWith(name: ParameterName): string[] {
    const value = sampleOf(name);
    if (drawingNames.includes(name)) return summary({ [name]: value });
    if (namesOn("upscale").includes(name))
      return shownOf(createUpscale([{ [name]: value }], image));
    if (namesOn("describe").includes(name))
      return shownOf(createDescription({ [name]: value }, image));
    return summary({ control: [{ type: "Canny", image, [name]: value }] });
  }

  test.each(parameterNames.filter((each) => rowOf(each).quiet !== true))(
    "has a place for %s, as each row of the table that is not quiet has",
    (name) => {
      const { label } = en.parameters[name];
      expect(resultWith(name).filter((fact) => fact.startsWith(`${label} `))).toHaveLength(1);
    },
  );

  test("shows choices by their words, and every picture whose structure was kept", () => {
    const control = [
      { type: "Canny", image, weight: 0.5, control_mode: "My prompt is more important" },
      { type: "Depth", image },
    ];
    expect(summary({ control }).slice(4)).toEqual([
      "Control type `Canny`",
      "Control weight 0.5",
      "Control mode The prompt counts more",
      "Control type `Depth`",
    ]);
    expect(summary({ resize_mode: 2 }).at(-1)).toBe("Resize mode Fill");
  });

  test("shows a name with a code mark in it without ending the code", () => {
    expect(summary({ vae: "a`b\n`c" }).at(-1)).toBe("VAE `a´b ´c`");
  });
});
