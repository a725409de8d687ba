import type { Profile } from "./profiles.ts";
import type { Field, Fields } from "./validate.ts";

const text: Field = { type: "str" };
const whole = (value?: number): Field => ({ type: "int", default: value });
const number = (value?: number): Field => ({ type: "float", default: value });
const flag = (value?: boolean): Field => ({ type: "bool", default: value });

const shared: Fields = {
  prompt: { type: "str", default: "" },
  negative_prompt: { type: "str", default: "" },
  styles: { type: "list", items: "str" },
  seed: whole(-1),
  subseed: whole(-1),
  subseed_strength: number(0),
  seed_resize_from_h: whole(-1),
  seed_resize_from_w: whole(-1),
  sampler_name: text,
  scheduler: text,
  batch_size: whole(1),
  n_iter: whole(1),
  steps: whole(50),
  cfg_scale: number(7),
  width: whole(512),
  height: whole(512),
  restore_faces: flag(),
  tiling: flag(),
  do_not_save_samples: flag(false),
  do_not_save_grid: flag(false),
  eta: number(),
  denoising_strength: number(),
  s_min_uncond: number(),
  s_churn: number(),
  s_tmax: number(),
  s_tmin: number(),
  s_noise: number(),
  override_settings: { type: "dict" },
  override_settings_restore_afterwards: flag(true),
  refiner_checkpoint: text,
  refiner_switch_at: number(),
  disable_extra_networks: flag(false),
  firstpass_image: text,
  comments: { type: "dict" },
};

const additional: Fields = {
  force_task_id: text,
  sampler_index: { type: "str", default: "Euler", notNull: true },
  script_name: text,
  script_args: { type: "list", default: [], notNull: true },
  send_images: { type: "bool", default: true, notNull: true },
  save_images: { type: "bool", default: false, notNull: true },
  alwayson_scripts: { type: "dict", default: {}, notNull: true },
  infotext: text,
};

const txt2img: Fields = {
  enable_hr: flag(false),
  firstphase_width: whole(0),
  firstphase_height: whole(0),
  hr_scale: number(2),
  hr_upscaler: text,
  hr_second_pass_steps: whole(0),
  hr_resize_x: whole(0),
  hr_resize_y: whole(0),
  hr_checkpoint_name: text,
  hr_sampler_name: text,
  hr_scheduler: text,
  hr_prompt: { type: "str", default: "" },
  hr_negative_prompt: { type: "str", default: "" },
};

const img2img: Fields = {
  init_images: { type: "list" },
  denoising_strength: { type: "float", default: 0.75, notNull: true },
  resize_mode: whole(0),
  image_cfg_scale: number(),
  mask: text,
  mask_blur_x: whole(4),
  mask_blur_y: whole(4),
  mask_blur: whole(),
  mask_round: flag(true),
  inpainting_fill: whole(0),
  inpaint_full_res: flag(true),
  inpaint_full_res_padding: whole(0),
  inpainting_mask_invert: whole(0),
  initial_noise_multiplier: number(),
  latent_mask: text,
  include_init_images: { type: "bool", default: false, notNull: true },
};

const forge: Fields = { distilled_cfg_scale: number(3.5) };

const forgeHires: Fields = {
  hr_additional_modules: { type: "list" },
  hr_cfg: number(1),
  hr_distilled_cfg: number(3.5),
};

/** The schema of a generation route; what is not in it is dropped without a word. */
export function generationFields(route: "txt2img" | "img2img", profile: Profile): Fields {
  const fields: Fields = {
    ...shared,
    ...(profile.forge ? forge : {}),
    ...(route === "txt2img" ? txt2img : img2img),
    ...(profile.forge && route === "txt2img" ? forgeHires : {}),
    ...(profile.sdnext && route === "txt2img" ? { hr_denoising_strength: number(0.3) } : {}),
    ...additional,
  };
  for (const [name, value] of Object.entries(profile.defaults)) {
    const field = fields[name];
    if (field && !(name === "denoising_strength" && route === "txt2img"))
      fields[name] = { ...field, default: value };
  }
  return fields;
}

export const extrasFields: Fields = {
  resize_mode: { type: "any", default: 0, choices: [0, 1], notNull: true },
  show_extras_results: { ...flag(true), notNull: true },
  gfpgan_visibility: { type: "float", default: 0, min: 0, max: 1, notNull: true },
  codeformer_visibility: { type: "float", default: 0, min: 0, max: 1, notNull: true },
  codeformer_weight: { type: "float", default: 0, min: 0, max: 1, notNull: true },
  upscaling_resize: { type: "float", default: 2, above: 0, notNull: true },
  upscaling_resize_w: { type: "int", default: 512, min: 1, notNull: true },
  upscaling_resize_h: { type: "int", default: 512, min: 1, notNull: true },
  upscaling_crop: { ...flag(true), notNull: true },
  upscaler_1: { type: "str", default: "None", notNull: true },
  upscaler_2: { type: "str", default: "None", notNull: true },
  extras_upscaler_2_visibility: { type: "float", default: 0, min: 0, max: 1, notNull: true },
  upscale_first: { ...flag(false), notNull: true },
};
