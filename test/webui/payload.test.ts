import { describe, expect, it } from "vitest";
import type { WebuiKind } from "../../src/generation/catalog.ts";
import { webuiKinds } from "../../src/generation/catalog.ts";
import { drawingNames, namesOn, rowOf } from "../../src/generation/parameters.ts";
import type { WebuiFacts } from "../../src/webui/facts.ts";
import { partsOf, routeOf, toPayload } from "../../src/webui/payload.ts";
import { requestOf } from "./server.ts";

const factsOf = (kind: WebuiKind, facts: Partial<WebuiFacts> = {}): WebuiFacts => ({
  kind,
  tells: { progress: true, listsTasks: true },
  vaeModules: kind === "forge" || kind === "forge-neo",
  textEncoders: [],
  detailer: undefined,
  loraPaths: new Map([["ink", "sub/ink.safetensors"]]),
  controlTypes: new Map([["Canny", { module: "canny", model: "control_canny [d14c016b]" }]]),
  ...facts,
});

/** The bodies of all requests that a drawing takes. */
function bodiesOf(
  kind: WebuiKind,
  values: Record<string, unknown>,
  facts: Partial<WebuiFacts> = {},
  image?: Buffer,
) {
  const known = factsOf(kind, facts);
  const request = requestOf(values);
  const pictures = new Map(image === undefined ? [] : [[input.hash, image]]);
  return partsOf(request, known).map((part) => toPayload(request, known, part, pictures));
}

const model = "dream.safetensors [0123456789]";
const plain = {
  prompt: "a castle",
  seed: 5,
  steps: 20,
  override_settings: { sd_model_checkpoint: model },
  override_settings_restore_afterwards: true,
};
const input = { name: "a.png", width: 640, height: 480, hash: "0".repeat(64) };
const bytes = Buffer.from("picture");

/** What is added to the plain body on A1111. */
const onA1111: [
  about: string,
  values: Record<string, unknown>,
  body: object,
  facts?: Partial<WebuiFacts>,
][] = [
  ["nothing more", {}, {}],
  ["a negative prompt", { negative_prompt: "people" }, { negative_prompt: "people" }],
  ["styles as a list", { styles: ["Ink", "Old"] }, { styles: ["Ink", "Old"] }],
  ["the size", { width: 640, height: 832 }, { width: 640, height: 832 }],
  [
    "nothing for a ratio, a preset, a spoiler",
    { aspect_ratio: "16:9", preset: "x", spoiler: true, private: true },
    {},
  ],
  ["a count as batches of one", { count: 4 }, { n_iter: 4, batch_size: 1 }],
  ["a count of one", { count: 1 }, { n_iter: 1, batch_size: 1 }],
  ["a scale of 0", { cfg_scale: 0 }, { cfg_scale: 0 }],
  [
    "sampler and scheduler",
    { sampler_name: "Euler a", scheduler: "karras" },
    { sampler_name: "Euler a", scheduler: "karras" },
  ],
  [
    "LoRAs in the prompt, weighing 1 if not said",
    { lora: ["ink", "old:0.5", "less:-0.25"] },
    { prompt: "a castle <lora:ink:1> <lora:old:0.5> <lora:less:-0.25>" },
  ],
  [
    "a LoRA whose name ends like a weight",
    { lora: ["v:2"] },
    { prompt: "a castle <lora:v:2:1>" },
    { loraPaths: new Map([["v:2", "x"]]) },
  ],
  [
    "LoRAs on a line of their own after a comment",
    { prompt: "a # b", lora: ["ink"] },
    { prompt: "a # b\n<lora:ink:1>" },
  ],
  [
    "LoRAs on the last line if that has no comment",
    { prompt: "a # b\nc", lora: ["ink"] },
    { prompt: "a # b\nc <lora:ink:1>" },
  ],
  [
    "clip skip as a setting",
    { clip_skip: 2 },
    { override_settings: { sd_model_checkpoint: model, CLIP_stop_at_last_layers: 2 } },
  ],
  [
    "a VAE as a setting",
    { vae: "kl.pt" },
    { override_settings: { sd_model_checkpoint: model, sd_vae: "kl.pt" } },
  ],
  ["tiling", { tiling: true }, { tiling: true }],
  ["tiling switched off", { tiling: false }, { tiling: false }],
  ["no strength without a second pass", { denoising_strength: 0.4 }, {}],
  [
    "hires by its upscaler",
    { hr_upscaler: "Latent" },
    { enable_hr: true, hr_upscaler: "Latent", denoising_strength: 0.7 },
  ],
  [
    "hires by its scale",
    { hr_scale: 1.5, denoising_strength: 0 },
    { enable_hr: true, hr_scale: 1.5, denoising_strength: 0 },
  ],
  [
    "ADetailer",
    { detailer: "face_yolov8n.pt" },
    { alwayson_scripts: { ADetailer: { args: [true, false, { ad_model: "face_yolov8n.pt" }] } } },
    { detailer: "adetailer" },
  ],
  [
    "a restorer of faces",
    { detailer: "CodeFormer" },
    {
      restore_faces: true,
      override_settings: { sd_model_checkpoint: model, face_restoration_model: "CodeFormer" },
    },
    { detailer: "restorer" },
  ],
  ["no detailer where there is none", { detailer: "CodeFormer" }, {}],
];

describe("the body for A1111", () => {
  it.each(onA1111)("has %s", (_about, values, body, facts) => {
    const [only, ...others] = bodiesOf("a1111", { model, ...values }, facts);
    expect(only).toStrictEqual({ ...plain, ...body });
    expect(others).toEqual([]);
  });

  it("has no settings where no model is known", () => {
    expect(bodiesOf("a1111", {})).toStrictEqual([{ prompt: "a castle", seed: 5, steps: 20 }]);
  });

  it("starts from a picture, with its strength and without a second pass", () => {
    const values = {
      model,
      image: input,
      width: 640,
      height: 480,
      denoising_strength: 0.3,
      hr_scale: 2,
    };
    expect(routeOf(requestOf(values))).toBe("/sdapi/v1/img2img");
    expect(bodiesOf("a1111", values, {}, bytes)).toStrictEqual([
      { ...plain, width: 640, height: 480, denoising_strength: 0.3, init_images: ["cGljdHVyZQ=="] },
    ]);
  });

  it("says no strength for a picture when nobody set one", () => {
    const [body] = bodiesOf("a1111", { image: input }, {}, bytes);
    expect(body).toStrictEqual({
      prompt: "a castle",
      seed: 5,
      steps: 20,
      init_images: ["cGljdHVyZQ=="],
    });
  });

  it("is not made without the bytes of the picture", () => {
    expect(() => bodiesOf("a1111", { image: input })).toThrow("needs its bytes");
  });
});

describe("the body of an edit", () => {
  const mask = { hash: "1".repeat(64), width: 640, height: 480 };
  const pictures = new Map([
    [input.hash, bytes],
    [mask.hash, Buffer.from("mask")],
  ]);
  const bodyOf = (values: Record<string, unknown>, facts: Partial<WebuiFacts> = {}) =>
    toPayload(
      requestOf({ image: input, ...values }),
      factsOf("a1111", facts),
      { before: 0, count: 1 },
      pictures,
    );
  const edited = { prompt: "a castle", seed: 5, steps: 20, init_images: ["cGljdHVyZQ=="] };

  it("has the mask and what was set of it, the switch as the number that the API takes", () => {
    const values = {
      mask,
      denoising_strength: 0.6,
      inpainting_fill: 1,
      mask_blur: 0,
      inpaint_full_res: false,
      inpaint_full_res_padding: 32,
      inpainting_mask_invert: true,
      resize_mode: 0,
    };
    const { mask: _, inpainting_mask_invert: __, ...same } = values;
    const own = { mask: "bWFzaw==", inpainting_mask_invert: 1 };
    expect(bodyOf(values)).toStrictEqual({ ...edited, ...same, ...own });
    expect(bodyOf({ inpainting_mask_invert: false })).toStrictEqual({
      ...edited,
      inpainting_mask_invert: 0,
    });
  });

  it("says nothing of how the canvas was made larger: the picture is larger already", () => {
    expect(bodyOf({ extend: "left", extend_by: 64 })).toStrictEqual(edited);
  });

  it("is not made without the bytes of the mask, or of a picture whose structure is kept", () => {
    const gone = { ...mask, hash: "2".repeat(64) };
    expect(() => bodyOf({ mask: gone })).toThrow("needs its bytes");
    expect(() => bodyOf({ control: [{ type: "Canny", image: gone }] })).toThrow("needs its bytes");
  });

  it("has a unit for each picture whose structure is kept, beside the detailer", () => {
    const control = [
      { type: "Canny", image: mask, weight: 0.5, guidance_start: 0, guidance_end: 0.8 },
      { type: "reference_only", image: input, control_mode: "Balanced" },
    ];
    const values = { control, detailer: "face_yolov8n.pt" };
    const common = { enabled: true, pixel_perfect: true, save_detected_map: false };
    expect(bodyOf(values, { detailer: "adetailer" })).toStrictEqual({
      ...edited,
      alwayson_scripts: {
        ADetailer: { args: [true, false, { ad_model: "face_yolov8n.pt" }] },
        controlnet: {
          args: [
            {
              ...common,
              module: "canny",
              model: "control_canny [d14c016b]",
              image: "bWFzaw==",
              weight: 0.5,
              guidance_start: 0,
              guidance_end: 0.8,
            },
            {
              ...common,
              module: "reference_only",
              image: "cGljdHVyZQ==",
              control_mode: "Balanced",
            },
          ],
        },
      },
    });
  });
});

describe("the body for the others", () => {
  const forgeHires = {
    enable_hr: true,
    hr_scale: 2,
    denoising_strength: 0.7,
    hr_additional_modules: ["Use same choices"],
  };
  const cases: [WebuiKind, string, Record<string, unknown>, object][] = [
    [
      "reforge",
      "is that for A1111",
      { count: 2, vae: "kl.pt" },
      {
        n_iter: 2,
        batch_size: 1,
        override_settings: { sd_model_checkpoint: model, sd_vae: "kl.pt" },
      },
    ],
    ["forge", "says the scale of the second pass", { hr_scale: 2 }, { ...forgeHires, hr_cfg: 7 }],
    [
      "forge",
      "repeats a chosen scale",
      { hr_scale: 2, cfg_scale: 1 },
      { ...forgeHires, cfg_scale: 1, hr_cfg: 1 },
    ],
    [
      "forge-neo",
      "chooses a VAE among the modules",
      { vae: "ae.safetensors" },
      {
        override_settings: {
          sd_model_checkpoint: model,
          forge_additional_modules: ["ae.safetensors"],
        },
      },
    ],
    [
      "sdnext",
      "has a strength of its own for the second pass",
      { hr_scale: 2 },
      { enable_hr: true, hr_scale: 2, denoising_strength: 0.7, hr_denoising_strength: 0.7 },
    ],
    [
      "sdcpp",
      "names the files of LoRAs",
      { lora: ["ink:0.5", "gone"] },
      {
        lora: [
          { path: "sub/ink.safetensors", multiplier: 0.5 },
          { path: "gone", multiplier: 1 },
        ],
      },
    ],
    ["sdcpp", "counts pictures at once", { count: 8 }, { batch_size: 8 }],
    ["sdcpp", "says clip skip in a field", { clip_skip: 2 }, { clip_skip: 2 }],
    [
      "koboldcpp",
      "has no second pass and no count",
      { count: 1, hr_scale: 2, denoising_strength: 0.5 },
      {},
    ],
  ];
  it.each(cases)("%s: %s", (kind, _about, values, body) => {
    expect(bodiesOf(kind, { model, ...values })).toStrictEqual([{ ...plain, ...body }]);
  });

  it("keeps sd_vae on Forge Classic, which has no modules", () => {
    const [body] = bodiesOf("forge", { vae: "kl.pt" }, { vaeModules: false });
    expect(body).toMatchObject({ override_settings: { sd_vae: "kl.pt" } });
  });

  it("asks stable-diffusion.cpp for at most eight pictures a request, seeds going on", () => {
    const parts = bodiesOf("sdcpp", { count: 19 }).map(({ seed, batch_size }) => [
      seed,
      batch_size,
    ]);
    expect(parts).toEqual([
      [5, 8],
      [13, 8],
      [21, 3],
    ]);
  });

  it("asks KoboldCpp for each picture", () => {
    expect(bodiesOf("koboldcpp", { count: 3 })).toStrictEqual(
      [5, 6, 7].map((seed) => ({ prompt: "a castle", steps: 20, seed })),
    );
  });

  it("goes on with seed 0 after the last one", () => {
    const seeds = bodiesOf("koboldcpp", { count: 2, seed: 2 ** 32 - 1 }).map(({ seed }) => seed);
    expect(seeds).toEqual([2 ** 32 - 1, 0]);
  });

  it("keeps the seed of variations that are asked for one by one, as the webui does of those at once", () => {
    const varied = { count: 2, prompts: ["a", "b"], subseed: 2 ** 32 - 1, subseed_strength: 0.15 };
    const seeds = bodiesOf("a1111", varied).map(({ seed, subseed }) => [seed, subseed]);
    expect(seeds).toEqual([
      [5, 2 ** 32 - 1],
      [5, 0],
    ]);
  });
});

describe("every row of the table", () => {
  const samples: Record<string, unknown> = {
    prompt: "a castle",
    negative_prompt: "no",
    model,
    styles: ["a"],
    aspect_ratio: "1:1",
    width: 512,
    height: 512,
    count: 2,
    steps: 3,
    cfg_scale: 4,
    sampler_name: "s",
    scheduler: "k",
    seed: 6,
    lora: ["ink"],
    hr_upscaler: "u",
    hr_scale: 2,
    denoising_strength: 0.5,
    image: input,
    clip_skip: 2,
    vae: "v",
    detailer: "d",
    tiling: true,
    preset: "p",
    spoiler: true,
    private: true,
    mask: input,
    resize_mode: 2,
    inpainting_fill: 1,
    mask_blur: 8,
    inpaint_full_res: false,
    inpaint_full_res_padding: 32,
    inpainting_mask_invert: true,
    extend: "left",
    extend_by: 64,
    control: [{ type: "Canny", image: input, weight: 0.5 }],
    prompts: ["a red castle"],
    negative_prompts: ["fog"],
    subseed: 9,
    subseed_strength: 0.2,
  };
  const sent = drawingNames.filter((name) => rowOf(name).path !== false);

  it("has a sample here", () => {
    expect(Object.keys(samples).sort()).toEqual([...drawingNames].sort());
  });

  it.each(sent)("%s reaches A1111 as it is", (name) => {
    const onPicture = namesOn("edit").includes(name) && !namesOn("draw").includes(name);
    const base = onPicture ? { image: input } : { hr_scale: 2 };
    const [body] = bodiesOf("a1111", { ...base, [name]: samples[name] }, {}, bytes);
    expect(body).toHaveProperty(rowOf(name).path || name, samples[name]);
  });

  it("reaches nobody where there is no picture to edit, if it is about one", () => {
    const { image: _, ...others } = samples;
    for (const kind of webuiKinds) {
      const [body] = bodiesOf(kind, others, {}, bytes);
      for (const name of namesOn("edit").filter((each) => !namesOn("draw").includes(each))) {
        expect(body, `${kind} ${name}`).not.toHaveProperty(name);
      }
    }
  });

  it.each(webuiKinds)("sends no null and nothing undefined to %s", (kind) => {
    for (const body of bodiesOf(kind, samples, { detailer: "adetailer" }, bytes)) {
      expect(JSON.stringify(body)).not.toContain("null");
      expect(JSON.parse(JSON.stringify(body))).toStrictEqual(body);
    }
  });
});
