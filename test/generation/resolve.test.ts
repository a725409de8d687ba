import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choiceValue } from "../../src/generation/names.ts";
import type { Values } from "../../src/generation/request.ts";
import { canDo, resolveNames } from "../../src/generation/resolve.ts";
import { unheeded, without } from "../../src/generation/unheeded.ts";
import { createUpscale } from "../../src/generation/work.ts";
import { refusalOf } from "../harness/refusal.ts";
import { catalogOf, requestOf } from "./sample.ts";

const one = [catalogOf()];
const resolved = (values: Values, catalogs = one) => resolveNames(requestOf(values), catalogs);

describe("an enlargement", () => {
  const image = { hash: "h", width: 64, height: 64 };
  const named = (...names: string[]) => catalogOf({ upscalers: names.map((name) => ({ name })) });

  test.each([
    [["Lanczos", "Nearest", "ESRGAN_4x", "R-ESRGAN 4x+", "R-ESRGAN 4x+ Anime6B"], "R-ESRGAN 4x+"],
    [["Lanczos", "SwinIR_4x", "4x-UltraSharp"], "4x-UltraSharp"],
    [["Lanczos", "Nearest"], "Lanczos"],
    [[], undefined],
  ])(
    "has an upscaler where nobody chose one, a trained one if there is any: %j",
    (names, found) => {
      expect(resolveNames(createUpscale([], image), [named(...names)]).upscaler).toBe(found);
    },
  );

  test("keeps the one that somebody chose, in the webui's spelling", () => {
    const asked = createUpscale([{ upscaler: "lanczos", upscaler_2: "r-esrgan 4x+" }], image);
    expect(resolveNames(asked, [catalogOf()])).toEqual({
      task: "upscale",
      image,
      upscaler: "Lanczos",
      upscaler_2: "R-ESRGAN 4x+",
    });
  });
});

describe("the names in a request", () => {
  test("become the webui's own spelling, whatever way they were typed", () => {
    const values = {
      model: "DREAMSHAPER_8",
      styles: ["ink", "OLD PHOTO"],
      sampler_name: "k_euler_a",
      scheduler: "Karras",
      lora: ["DETAIL"],
      hr_upscaler: "r-esrgan 4x+",
      vae: "KL-F8.pt",
      detailer: "face_yolov8N.pt",
    };
    expect(resolved(values)).toEqual({
      ...requestOf(),
      model: "sub/dreamshaper_8.safetensors [879db523c3]",
      styles: ["Ink", "Old photo"],
      sampler_name: "Euler a",
      scheduler: "karras",
      lora: ["add_detail"],
      hr_upscaler: "R-ESRGAN 4x+",
      vae: "kl-f8.pt",
      detailer: "face_yolov8n.pt",
    });
  });

  test("of over 100 characters are found by what completion put in their place", () => {
    const name = "x".repeat(180);
    const catalogs = [catalogOf({ loras: [{ name }], models: [{ name }] })];
    const short = choiceValue(name);
    expect(resolved({ model: short, lora: [`${short}:0.7`] }, catalogs)).toMatchObject({
      model: name,
      lora: [`${name}:0.7`],
    });
  });

  test("stay as they are while no webui was ever reached", () => {
    const request = requestOf({ model: "anything", sampler_name: "any" });
    expect(resolveNames(request, [])).toEqual(request);
  });

  test("are looked for on all webuis", () => {
    const other = catalogOf({ samplers: [{ name: "UniPC" }], models: [{ name: "flux" }] });
    expect(resolved({ sampler_name: "unipc", model: "FLUX" }, [...one, other])).toMatchObject({
      sampler_name: "UniPC",
      model: "flux",
    });
  });

  test("that are resolved already stay so", () => {
    const anything = fc.record(
      {
        model: fc.constantFrom("dreamshaper_8", "revAnimated"),
        sampler_name: fc.constantFrom("Euler a", "DPM++ 2M Karras", "dpm++ 2m sde"),
        lora: fc.constantFrom(["detail:0.5"], ["ink:0.5"], ["ink:0.5:0.25", "detail"]),
        styles: fc.constantFrom(["ink"], ["Old photo", "ink"]),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (values) => {
        const once = resolved(values);
        expect(resolveNames(once, one)).toEqual(once);
      }),
    );
  });
});

describe("a name that no webui has", () => {
  test.each<[values: Values, words: string]>([
    [
      { model: "dremshaper" },
      "Model `dremshaper` is not here. Did you mean `sub/dreamshaper_8.safetensors [879db523c3]` or",
    ],
    [{ sampler_name: "Eular" }, "Sampler `Eular` is not here. Did you mean `Euler`, "],
    [
      { lora: ["detail", "add_detial:0.5"] },
      "LoRA `add_detial` is not here. Did you mean `add_detail`",
    ],
    [{ styles: ["Inc"] }, "Styles `Inc` is not here. Did you mean `Ink`"],
    [{ hr_upscaler: "ESRGAN" }, "Hires upscaler `ESRGAN` is not here. Did you mean `R-ESRGAN 4x+`"],
  ])("is refused with the nearest ones: %j", (values, words) => {
    expect(refusalOf(() => resolved(values))).toContain(words);
  });

  test("is refused as such where the list is empty", () => {
    const catalogs = [catalogOf({ loras: [] })];
    expect(refusalOf(() => resolved({ lora: ["x"] }, catalogs))).toBe(
      "LoRA `x` is not here, and neither is any other.",
    );
  });

  test("is shown with 100 characters at most", () => {
    expect(refusalOf(() => resolved({ model: "x".repeat(300) }))).toContain(
      `\`${"x".repeat(100)}\` `,
    );
  });
});

describe("the model that nobody chose", () => {
  test("is the one that the first webui has set as its own", () => {
    const catalogs = [
      catalogOf(),
      catalogOf({}, { model: "revAnimated.ckpt" }),
      catalogOf({}, { model: "x" }),
    ];
    expect(resolved({}, catalogs).model).toBe("revAnimated.ckpt");
    expect(resolved({ model: "dreamshaper_8" }, catalogs).model).toContain("dreamshaper_8");
  });

  test("stays absent where no webui has one", () => {
    expect(resolved({})).not.toHaveProperty("model");
  });
});

describe("a weight", () => {
  test.each([
    ["detail:0.5", "add_detail:0.5"],
    ["detail:0,5", "add_detail:0.5"],
    ["add_detail:-1", "add_detail:-1"],
    ["add_detail", "add_detail"],
    ["ink:0.5", "ink:0.5"],
    ["ink:0.5:0.25", "ink:0.5:0.25"],
  ])("of a LoRA is kept, and told from a name that ends like one: %s", (typed, name) => {
    expect(resolved({ lora: [typed] }).lora).toEqual([name]);
  });

  test("is nothing that a style can have", () => {
    expect(refusalOf(() => resolved({ styles: ["Ink:0.5"] }))).toContain(
      "Styles `Ink:0.5` is not here",
    );
  });
});

describe("a sampler with its scheduler in one name", () => {
  test.each([
    ["DPM++ 2M Karras", "DPM++ 2M", "karras"],
    ["dpm++ 2m sde karras", "DPM++ 2M SDE", "karras"],
    ["DPM++ 2M SGM Uniform", "DPM++ 2M", "sgm_uniform"],
    ["Euler sgm_uniform", "Euler", "sgm_uniform"],
    ["k_dpmpp_2m karras", "DPM++ 2M", "karras"],
  ])("is taken apart where the webui keeps them apart: %s", (typed, sampler_name, scheduler) => {
    expect(resolved({ sampler_name: typed })).toMatchObject({ sampler_name, scheduler });
  });

  test("stays one where the webui has it as one", () => {
    const catalogs = [catalogOf({ samplers: [{ name: "DPM++ 2M Karras" }, { name: "DPM++ 2M" }] })];
    const request = resolved({ sampler_name: "dpm++ 2m karras" }, catalogs);
    expect(request.sampler_name).toBe("DPM++ 2M Karras");
    expect(request).not.toHaveProperty("scheduler");
  });

  test("is refused where the webui has neither", () => {
    expect(refusalOf(() => resolved({ sampler_name: "Heun Karras" }))).toContain(
      "Sampler `Heun Karras`",
    );
  });
});

describe("one webui among several", () => {
  test("can draw what it has every name of, alone", () => {
    const other = catalogOf({ models: [{ name: "flux" }] });
    const request = resolved({ model: "flux", lora: ["detail:0.5"] }, [...one, other]);
    expect(canDo(request, other)).toBe(true);
    expect(canDo(request, catalogOf())).toBe(false);
    expect(canDo(requestOf(), catalogOf())).toBe(true);
  });

  test("does not drop anything of it without a word", () => {
    const plain = catalogOf({}, { ignores: ["tiling", "mask_blur"] });
    expect(canDo(requestOf({ tiling: true }), plain)).toBe(false);
    expect(canDo(requestOf({ tiling: false, cfg_scale: 4 }), plain)).toBe(true);
    expect(canDo(requestOf({ tiling: true }), catalogOf())).toBe(true);
    const asked = { tiling: true, mask_blur: 0, steps: 3 };
    expect(unheeded(asked, [plain])).toEqual(["tiling", "mask_blur"]);
    expect(unheeded(asked, [plain, catalogOf()])).toEqual([]);
    expect(unheeded(asked, [])).toEqual([]);
    expect(without(asked, ["tiling", "mask_blur"])).toEqual({ steps: 3 });
  });
});
