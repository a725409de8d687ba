import { describe, expect, test } from "vitest";
import { code } from "../../src/discord/markdown.ts";
import type { Drawing } from "../../src/generation/backend.ts";
import type { Values } from "../../src/generation/request.ts";
import { en } from "../../src/text/en.ts";
import { remarksOn } from "../../src/worker/remarks.ts";
import { requestOf } from "../generation/sample.ts";

type Drawn = {
  count?: number;
  width?: number;
  height?: number;
  model?: string;
  sampler?: string;
  infotexts?: string[];
};

function remarks(
  asked: Values,
  { count = 1, width = 512, height = 512, model, sampler, infotexts = [] }: Drawn = {},
) {
  const picture = { bytes: Buffer.alloc(0), width, height, seed: 1 };
  const pictures = Array.from({ length: count }, () => picture);
  const drawing: Drawing = { pictures, model, sampler, infotexts };
  return remarksOn(drawing, requestOf(asked), en, code);
}

describe("what a webui did otherwise than asked", () => {
  const unit = { type: "Canny", image: { hash: "h", width: 64, height: 64 } };
  const text = (...keys: string[]) =>
    ["a\nSteps: 20, Seed: 1, Size: 8x8", ...keys.map((key) => `${key}: "Module: canny, a"`)].join(
      ", ",
    );
  test.each([
    [1, ["ControlNet 0"], false],
    [2, ["ControlNet 0", "ControlNet 1"], false],
    [1, [], true],
    [2, ["ControlNet 0"], true],
    [2, ["ControlNet 0", "ADetailer model"], true],
  ])("is said where ControlNet failed silently: %i asked, %j told", (asked, keys, failed) => {
    const control = Array.from({ length: asked }, () => unit);
    const said = remarks({ control }, { infotexts: [text(...keys)] });
    expect(said).toEqual(failed ? [en.remarks.withoutControl] : []);
  });

  test("is not guessed where the webui says nothing of how it drew", () => {
    expect(remarks({ control: [unit] })).toEqual([]);
  });

  test("is nothing where it did as asked, or where nobody asked", () => {
    expect(remarks({}, { model: "any", sampler: "any", width: 640 })).toEqual([]);
    expect(
      remarks({ model: "a", sampler_name: "Euler", width: 512, height: 512, count: 1 }),
    ).toEqual([]);
  });

  test.each([
    ["Euler", "Euler"],
    ["Euler a", "euler a"],
    ["DPM++ 2M", "DPM++ 2M Karras"],
    ["DPM++ 2M Karras", "DPM++ 2M"],
    ["DPM++ 2M", "DPM++ 2M SGM Uniform"],
    ["euler_a", "euler_a karras"],
  ])("is not its way to name sampler and scheduler together: %s, %s", (asked, sampler) => {
    expect(remarks({ sampler_name: asked }, { sampler })).toEqual([]);
  });

  test("is not its way to name a scheduler of its own that was asked for", () => {
    expect(
      remarks({ sampler_name: "euler", scheduler: "Gits" }, { sampler: "euler gits" }),
    ).toEqual([]);
    expect(remarks({ sampler_name: "euler" }, { sampler: "euler gits" })).toHaveLength(1);
  });

  test.each([
    ["DPM++ 3M SDE", "Euler"],
    ["Euler", "Euler a"],
    ["Euler a", "Euler"],
    ["DPM++ 2M", "DPM++ 2M SDE"],
    ["DPM++ 2M SDE Karras", "DPM++ 2M"],
    ["DPM2", "DPM2 a"],
    ["Euler", "NONE"],
  ])("is another sampler: %s, %s", (asked, sampler) => {
    expect(remarks({ sampler_name: asked }, { sampler })).toEqual([
      `The webui drew with sampler \`${sampler}\`, not \`${asked}\`.`,
    ]);
  });

  test.each([
    ["dream.safetensors [0123456789]", "dream.safetensors [0123456789]", true],
    ["dream.safetensors", "dream", true],
    ["sub/dream.safetensors [0123456789]", "dream", true],
    ["dream", "sub_dream", true],
    ["dream", "dream2", false],
    ["dream", "mydream", false],
  ])("is another model, but not another way to write it: %s, %s", (asked, model, same) => {
    expect(remarks({ model: asked }, { model })).toEqual(
      same ? [] : [`The webui drew with model \`${model}\`, not \`${asked}\`.`],
    );
  });

  test("is another size, hires fix counted", () => {
    const size = { width: 640, height: 480 };
    expect(remarks(size, size)).toEqual([]);
    expect(remarks({ ...size, hr_scale: 2 }, { width: 1280, height: 960 })).toEqual([]);
    expect(remarks({ ...size, hr_scale: 2 }, size)).toEqual([
      "The webui drew 640×480, not 1280×960.",
    ]);
    expect(remarks(size, { width: 640, height: 512 })).toEqual([
      "The webui drew 640×512, not 640×480.",
    ]);
  });

  test("is fewer pictures", () => {
    expect(remarks({ count: 4 }, { count: 3 })).toEqual(["The webui made 3 of 4 pictures."]);
    expect(remarks({ count: 4 }, { count: 4 })).toEqual([]);
  });
});
