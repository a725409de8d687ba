import { describe, expect, test } from "vitest";
import { toDraft } from "../../src/bot/draft.ts";
import type { Values } from "../../src/generation/request.ts";
import { en } from "../../src/text/en.ts";
import { refusalOf } from "../harness/refusal.ts";

/** What becomes of options, and what is said about it. */
function draftOf(values: Values) {
  const { values: drafted, remarks = [] } = toDraft({ values, attached: {} });
  return { values: drafted, remarks: remarks.map((remark) => remark(en)) };
}

describe("options and flags together", () => {
  test("are one set of values, with a prompt free of flags", () => {
    expect(draftOf({ prompt: "a castle --steps 30 --no people", cfg_scale: 5 })).toEqual({
      values: { prompt: "a castle", steps: 30, negative_prompt: "people", cfg_scale: 5 },
      remarks: [],
    });
  });

  test("that speak of the same parameter: the option counts, and it is said", () => {
    const prompt = "a castle --steps 30 --lora a --tiling --cfg-scale 4";
    expect(draftOf({ prompt, steps: 10, lora: ["b"], tiling: false })).toEqual({
      values: { prompt: "a castle", steps: 10, lora: ["b"], tiling: false, cfg_scale: 4 },
      remarks: ["Steps, LoRA, Tiling: given as option and as flag; the option counts."],
    });
  });

  test("have the LoRAs that stand in the prompt beside those that were chosen", () => {
    const prompt = "a <lora:Ink:0.8> castle <lora:b> --lora c";
    expect(draftOf({ prompt }).values).toEqual({ prompt: "a castle", lora: ["c", "Ink:0.8", "b"] });
    const { values } = draftOf({ prompt: "a castle <LoRA:d:1.0>", lora: ["e:2"] });
    expect(values).toEqual({ prompt: "a castle", lora: ["e:2", "d"] });
  });

  test("with names that are not known say so, and leave them in the prompt", () => {
    expect(draftOf({ prompt: "a castle --v 6 --stylize 50" })).toEqual({
      values: { prompt: "a castle --v 6 --stylize 50" },
      remarks: ["`--v`, `--stylize` are no parameters and stayed in the prompt."],
    });
  });

  test("may say of an edit or a control drawing whatever a drawing has", () => {
    const prompt = "a door --styles Ink --vae x --clip_skip 2 --tiling --preset mine --ar 2:1";
    const values = { styles: ["Ink"], vae: "x", clip_skip: 2, preset: "mine", aspect_ratio: "2:1" };
    for (const use of ["edit", "control"] as const) {
      expect(toDraft({ values: { prompt }, attached: {} }, use)).toMatchObject({
        values: { prompt: "a door", tiling: true, ...values },
        remarks: [],
      });
    }
    expect(toDraft({ values: { prompt: "x --mask_blur 3" }, attached: {} }, "edit").values).toEqual(
      { prompt: "x", mask_blur: 3 },
    );
  });

  test("with a flag that has no value are refused", () => {
    expect(refusalOf(() => draftOf({ prompt: "a castle --steps" }))).toBe(
      "--steps needs a value after it.",
    );
  });

  test("keep the file that was attached", () => {
    const image = {
      url: "https://cdn/a.png",
      name: "a.png",
      size: 5,
      contentType: undefined,
      width: 8,
      height: 8,
    };
    expect(toDraft({ values: { prompt: "a" }, attached: { image } }).image).toBe(image);
    expect(toDraft({ values: { prompt: "a" }, attached: {} }).image).toBeUndefined();
  });
});
