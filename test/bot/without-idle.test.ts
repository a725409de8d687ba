import { describe, expect, test } from "vitest";
import { withoutIdle } from "../../src/bot/without-idle.ts";
import type { Draft } from "../../src/bot/make-work.ts";
import type { ParameterName } from "../../src/generation/parameters.ts";
import { createRequest, type Values } from "../../src/generation/request.ts";
import { createUpscale, type Work } from "../../src/generation/work.ts";
import { en } from "../../src/text/en.ts";

const image = { hash: "0", width: 640, height: 480 };
const drawing = (values: Values): Work => createRequest([{ prompt: "x", ...values }], 1);
const upscale = (values: Values): Work => createUpscale([values], image);

/** What is left of the values, and what is said to whoever asked for all of them, or for none. */
function left(make: (values: Values) => Work, values: Values, more: Partial<Draft> = {}) {
  const { work, remarks } = withoutIdle(make(values), { values, ...more });
  return { kept: work, said: remarks.map((remark) => remark(en)) };
}

describe("what is of no effect on a drawing or an enlargement", () => {
  const no = (...names: ParameterName[]) =>
    en.remarks.idle(names.map((name) => en.parameters[name].label));
  test.each<[make: typeof drawing, idle: Values, said: string]>([
    [drawing, { denoising_strength: 0.5 }, no("denoising_strength")],
    [drawing, { extend_by: 64 }, no("extend_by")],
    [
      (values) => drawing({ ...values, image }),
      { hr_scale: 2, hr_upscaler: "Latent" },
      en.remarks.hiresWithoutTxt2img,
    ],
    [
      (values) => drawing({ ...values, image }),
      { mask_blur: 4, inpainting_fill: 1 },
      no("inpainting_fill", "mask_blur"),
    ],
    [upscale, { upscaler_2: "Lanczos" }, no("upscaler_2")],
    [upscale, { upscaler_2_visibility: 0.5 }, no("upscaler_2_visibility")],
    [upscale, { codeformer_weight: 0.5 }, no("codeformer_weight")],
  ])("is left out, with a word to whoever asked for it alone: %#", (make, idle, said) => {
    const plain = left(make, {}).kept;
    expect(left(make, idle)).toEqual({ kept: plain, said: [said] });
    expect(left(make, idle, { values: {} })).toEqual({ kept: plain, said: [] });
    expect(left(make, idle, { complete: true })).toEqual({ kept: plain, said: [] });
  });

  test.each<[make: typeof drawing, used: Values]>([
    [drawing, { denoising_strength: 0.5, hr_scale: 2 }],
    [drawing, { image, denoising_strength: 0.5 }],
    [drawing, { image, mask: image, mask_blur: 4, inpainting_mask_invert: false }],
    [drawing, { image, extend: "left", extend_by: 64, mask_blur: 4, width: 704, height: 480 }],
    [upscale, { upscaler_2: "Lanczos", upscaler_2_visibility: 0.5 }],
    [upscale, { codeformer_weight: 0.5, codeformer_visibility: 1 }],
  ])("is nothing that is used: %#", (make, used) => {
    const { kept, said } = left(make, used, { values: {} });
    expect(kept).toMatchObject(used);
    expect(said).toEqual([]);
  });
});
