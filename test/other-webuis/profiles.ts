import type { WebuiKind } from "../../src/generation/catalog.ts";

type Body = Record<string, unknown>;

/** What one of the webuis beside AUTOMATIC1111 serves, and how it is asked for it. */
export type Profile = {
  kind: WebuiKind;
  /** As people read it. */
  name: string;
  /** What is offered beside what every webui can do. */
  offers: string[];
  /** All the usual options of a drawing that it has. */
  usual: { options: Record<string, string | number | boolean>; bodies: Body[] };
  /** Names that it has no list for, each refused. */
  lacks: Record<string, string>;
  /** Of a second pass; undefined where there is none. */
  hires: Body | undefined;
  /** What a picture of 96 x 64 comes back as. */
  redrawn: { width: number; height: number };
  /** Of inpainting: all there is, or the mask alone. */
  inpaints: "fully" | "by mask";
  /**
   * Whether it tells how far a drawing is, skips a picture, stops: always, not at all, or (without a list of who waits)
   * only if it was looked at in time to be sure whose drawing it is.
   */
  control: "always" | "mostly" | "none";
  /** Its pictures say how they were made. */
  hasInfotext: boolean;
};

const asked = {
  prompt: "a mill",
  negative_prompt: "fog",
  width: 128,
  height: 64,
  count: 2,
  steps: 3,
  cfg_scale: 5,
  scheduler: "karras",
  seed: 40,
  lora: "add-detail:0.5",
  clip_skip: 2,
  tiling: true,
};
const { count: _, lora: __, clip_skip: ___, tiling: ____, ...plain } = asked;
const prompt = "a mill <lora:add-detail:0.5>";

const full = {
  options: {
    ...asked,
    model: "inkwell-v3",
    styles: "oil, Clean",
    sampler_name: "euler a",
    vae: "sdxl_vae.safetensors",
    detailer: "codeformer",
  },
  body: {
    ...plain,
    prompt,
    styles: ["Oil", "Clean"],
    batch_size: 1,
    n_iter: 2,
    sampler_name: "Euler a",
    tiling: true,
    restore_faces: true,
    override_settings_restore_afterwards: true,
  },
  settings: {
    sd_model_checkpoint: "inkwell-v3.safetensors [c35782bad8]",
    CLIP_stop_at_last_layers: 2,
    face_restoration_model: "CodeFormer",
  },
};
const vae = "sdxl_vae.safetensors";
const hires = {
  enable_hr: true,
  hr_upscaler: "Latent",
  hr_scale: 2,
  denoising_strength: 0.4,
};

const reforge: Profile = {
  kind: "reforge",
  name: "reForge",
  offers: ["Describe", "Upscale", "control", "describe", "upscale"],
  usual: {
    options: full.options,
    bodies: [{ ...full.body, override_settings: { ...full.settings, sd_vae: vae } }],
  },
  lacks: {},
  hires,
  redrawn: { width: 96, height: 64 },
  inpaints: "fully",
  control: "always",
  hasInfotext: true,
};

const forge: Profile = {
  ...reforge,
  kind: "forge",
  name: "Forge",
  usual: {
    options: full.options,
    bodies: [
      {
        ...full.body,
        override_settings: { ...full.settings, forge_additional_modules: [vae] },
      },
    ],
  },
  hires: { ...hires, hr_cfg: 7, hr_additional_modules: ["Use same choices"] },
};

const forgeNeo: Profile = {
  ...forge,
  kind: "forge-neo",
  name: "Forge Neo",
  offers: ["Upscale", "control", "upscale"],
};

const sdnext: Profile = {
  ...reforge,
  kind: "sdnext",
  name: "SD.Next",
  offers: ["Upscale", "upscale"],
  usual: {
    options: full.options,
    bodies: reforge.usual.bodies.map((body) => ({ ...body, scheduler: "Karras" })),
  },
  hires: { ...hires, hr_denoising_strength: 0.4 },
  control: "mostly",
};

const model = {
  override_settings: { sd_model_checkpoint: "daybreak-v6" },
  override_settings_restore_afterwards: true,
};
const lacks = { styles: "Oil", vae: "sdxl_vae", detailer: "CodeFormer" };

const sdcpp: Profile = {
  ...sdnext,
  kind: "sdcpp",
  name: "stable-diffusion.cpp",
  offers: [],
  usual: {
    options: { ...asked, sampler_name: "euler_a" },
    bodies: [
      {
        ...plain,
        batch_size: 2,
        sampler_name: "euler_a",
        clip_skip: 2,
        lora: [{ path: "add-detail.safetensors", multiplier: 0.5 }],
        ...model,
      },
    ],
  },
  lacks,
  hires,
  redrawn: { width: 128, height: 64 },
  inpaints: "by mask",
  control: "none",
};

const koboldBody = {
  ...plain,
  prompt,
  sampler_name: "Euler a",
  clip_skip: 2,
  ...model,
};

const koboldcpp: Profile = {
  ...sdcpp,
  kind: "koboldcpp",
  name: "KoboldCpp",
  offers: ["Describe", "describe"],
  usual: {
    options: { ...asked, sampler_name: "euler a" },
    bodies: [
      { ...koboldBody, seed: 40 },
      { ...koboldBody, seed: 41 },
    ],
  },
  lacks: { ...lacks, hr_upscaler: "Latent" },
  hires: undefined,
  redrawn: { width: 64, height: 64 },
  hasInfotext: false,
};

export const likeA1111 = [reforge, forge, forgeNeo, sdnext];
export const withStableDiffusionCpp = [sdcpp, koboldcpp];
