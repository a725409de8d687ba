import type { Kind } from "../../src/demo/webui/start.ts";
import type { Schema, Schemas } from "./schemas.ts";

/*
 * What the OpenAPI file of an A1111 does not know of other servers and of extensions. Sections are those of
 * webui-api.md.
 */

const text: Schema = { type: "string" };
const number: Schema = { type: "number" };
const whole: Schema = { type: "integer" };
const flag: Schema = { type: "boolean" };
const texts: Schema = { type: "array", items: text };

export type Additions = {
  /** Fields of txt2img. */
  hires?: Schemas;
  /** Fields of txt2img and img2img. */
  fields?: Schemas;
  /** Keys of override_settings and of POST /options. */
  options?: Schemas;
};

/** Section 14: pydantic 2, FLUX's guidance, modules in place of VAEs. */
const forge: Additions = {
  hires: { hr_cfg: number, hr_distilled_cfg: number, hr_additional_modules: texts },
  fields: { distilled_cfg_scale: number },
  options: {
    forge_additional_modules: texts,
    forge_preset: text,
    forge_inference_memory: number,
  },
};

export const additions: Record<Kind, Additions> = {
  a1111: {},
  reforge: {},
  forge,
  "forge-neo": forge,
  // Section 14: the second pass has a strength of its own.
  sdnext: { hires: { hr_denoising_strength: number } },
  // Section 13: LoRAs are a field, clip skip is one.
  sdcpp: {
    fields: {
      clip_skip: whole,
      extra_images: texts,
      lora: {
        type: "array",
        items: {
          type: "object",
          properties: { path: text, multiplier: number, is_high_noise: flag },
          required: ["path"],
        },
      },
    },
  },
  koboldcpp: { fields: { clip_skip: whole } },
};

/** Routes of other kinds, by which they are told apart (section 12), and FastAPI's own that it leaves out. */
export const probes = [
  "/sdapi/v1/sd-modules",
  "/sdapi/v1/version",
  "/sdcpp/v1/capabilities",
  "/openapi.json",
];

/** ADetailer drops an object with a key it does not know, without a word (section 11). */
const detailer: Schema = {
  type: "object",
  required: ["ad_model"],
  additionalProperties: false,
  properties: {
    ad_model: text,
    ad_model_classes: text,
    ad_tab_enable: flag,
    ad_prompt: text,
    ad_negative_prompt: text,
    ad_confidence: { type: "number", minimum: 0, maximum: 1 },
    ad_mask_filter_method: { enum: ["Area", "Confidence"] },
    ad_mask_k: whole,
    ad_mask_min_ratio: { type: "number", minimum: 0, maximum: 1 },
    ad_mask_max_ratio: { type: "number", minimum: 0, maximum: 1 },
    ad_dilate_erode: whole,
    ad_x_offset: whole,
    ad_y_offset: whole,
    ad_mask_merge_invert: { enum: ["None", "Merge", "Merge and Invert"] },
    ad_mask_blur: { type: "integer", minimum: 0 },
    ad_denoising_strength: { type: "number", minimum: 0, maximum: 1 },
    ad_inpaint_only_masked: flag,
    ad_inpaint_only_masked_padding: { type: "integer", minimum: 0 },
    ad_use_inpaint_width_height: flag,
    ad_inpaint_width: whole,
    ad_inpaint_height: whole,
    ad_use_steps: flag,
    ad_steps: { type: "integer", minimum: 1 },
    ad_use_cfg_scale: flag,
    ad_cfg_scale: { type: "number", minimum: 0 },
    ad_use_checkpoint: flag,
    ad_checkpoint: text,
    ad_use_vae: flag,
    ad_vae: text,
    ad_use_sampler: flag,
    ad_sampler: text,
    ad_scheduler: text,
    ad_use_noise_multiplier: flag,
    ad_noise_multiplier: number,
    ad_use_clip_skip: flag,
    ad_clip_skip: { type: "integer", minimum: 1 },
    ad_restore_face: flag,
    ad_controlnet_model: text,
    ad_controlnet_module: text,
    ad_controlnet_weight: { type: "number", minimum: 0, maximum: 1 },
    ad_controlnet_guidance_start: { type: "number", minimum: 0, maximum: 1 },
    ad_controlnet_guidance_end: { type: "number", minimum: 0, maximum: 1 },
  },
};

/** A unit that is not enabled by name does nothing, and Forge has other names for some (section 11). */
const controlUnit: Schema = {
  type: "object",
  required: ["enabled"],
  properties: {
    enabled: { const: true },
    module: text,
    model: text,
    image: { anyOf: [text, { type: "object", properties: { image: text, mask: text } }] },
    mask: text,
    mask_image: text,
    weight: { type: "number", minimum: 0, maximum: 2 },
    resize_mode: { enum: ["Just Resize", "Crop and Resize", "Resize and Fill"] },
    control_mode: {
      enum: ["Balanced", "My prompt is more important", "ControlNet is more important"],
    },
    processor_res: whole,
    threshold_a: number,
    threshold_b: number,
    guidance_start: { type: "number", minimum: 0, maximum: 1 },
    guidance_end: { type: "number", minimum: 0, maximum: 1 },
    pixel_perfect: flag,
    low_vram: flag,
    hr_option: { enum: ["Both", "Low res only", "High res only"] },
    save_detected_map: flag,
    inpaint_crop_input_image: flag,
    advanced_weighting: { type: "array", items: number },
    effective_region_mask: text,
    ipadapter_input: texts,
  },
};

const script = (args: Schema): Schema => ({
  type: "object",
  required: ["args"],
  properties: { args: { type: "array", minItems: 1, items: args } },
});

/** The scripts of extensions, by their lower-cased titles: what a request may hold under alwayson_scripts. */
export const scripts: Schemas = {
  adetailer: script({ if: { type: "boolean" }, else: detailer }),
  controlnet: script(controlUnit),
};
