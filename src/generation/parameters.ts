import { z } from "zod";
import type { ListName } from "./catalog.ts";

/**
 * Who has a parameter as an option; `redraw` are the buttons of a result, `flag` is what no command has room for and a prompt
 * may say all the same.
 */
export type Use = "draw" | "edit" | "control" | "upscale" | "describe" | "redraw" | "flag";

/** What a row says about a parameter; type and bounds are read from its schema (`facts.ts`). */
export type Row = {
  schema: z.ZodType;
  /** `/draw` alone if not said. */
  on?: readonly Use[];
  /** The list its value is chosen from: the webuis' own, or one of ours. */
  suggest?: ListName | "ratios" | "presets";
  /** The only values there are; what people read of them stands in `text/`. */
  choices?: readonly (string | number)[];
  /** May have a default: a person's, a channel's, a server's. */
  setting?: true;
  /** Where the webui keeps it, if not under its own name; `false`: it is worked out (`webui/payload.ts`) or ours alone. */
  path?: string | false;
  /** Left out of the summary, because it is shown in a place of its own or says nothing about the picture. */
  quiet?: true;
};

/** A picture that a member gave, after it was checked: size in pixels, upright. */
export const inputPicture = z.object({
  /** Hash of its bytes, under which they are kept. */
  hash: z.string(),
  width: z.int(),
  height: z.int(),
});
export type InputPicture = z.infer<typeof inputPicture>;

const visibility = z.number().min(0).max(1);
const drawn: readonly Use[] = ["draw", "edit", "control"];
const given: readonly Use[] = ["draw", "edit", "control", "upscale", "describe"];
const posted: readonly Use[] = ["draw", "edit", "control", "upscale"];

const name = z.string().trim().min(1).max(300);
const texts = z.array(z.string().max(6000)).min(1).max(25);
const names = z.array(name).min(1).max(20);
/** The webui's own sliders end at 2048; it cuts sides to multiples of 8 itself. */
const side = z.int().min(64).max(2048);

/** How a picture's structure is kept (ControlNet; webui-api.md, section 11). */
const controlModes = [
  "Balanced",
  "My prompt is more important",
  "ControlNet is more important",
] as const;
const directions = ["left", "right", "up", "down", "all"] as const;
export const describeModes = ["caption", "tags"] as const;
export const controlUnit = z.object({
  type: name,
  image: inputPicture,
  weight: z.number().optional(),
  guidance_start: z.number().optional(),
  guidance_end: z.number().optional(),
  control_mode: z.enum(controlModes).optional(),
});
export type ControlUnit = z.infer<typeof controlUnit>;

/**
 * THE TABLE: everything about each parameter of a drawing. The order is the order of the slash options.
 * Names are the webui's field names (webui-api.md, section 4).
 */
export const parameters = {
  prompt: { on: drawn, schema: z.string().trim().min(1).max(6000), quiet: true },
  negative_prompt: { on: drawn, schema: z.string().trim().max(6000), setting: true, quiet: true },
  model: {
    on: drawn,
    schema: name,
    suggest: "models",
    setting: true,
    path: "override_settings.sd_model_checkpoint",
    quiet: true,
  },
  styles: { schema: names, suggest: "styles", setting: true },
  aspect_ratio: {
    on: ["draw", "control"],
    schema: z
      .string()
      .trim()
      .regex(/^\d{1,4}(\.\d{1,2})?:\d{1,4}(\.\d{1,2})?$/),
    suggest: "ratios",
    setting: true,
    path: false,
  },
  width: { on: ["draw", "control"], schema: side, setting: true, quiet: true },
  height: { on: ["draw", "control"], schema: side, setting: true, quiet: true },
  count: { on: drawn, schema: z.int().min(1).max(25), setting: true, path: false, quiet: true },
  steps: { on: drawn, schema: z.int().min(1).max(150), setting: true },
  cfg_scale: { on: drawn, schema: z.number().min(0).max(30), setting: true },
  sampler_name: { on: drawn, schema: name, suggest: "samplers", setting: true },
  scheduler: { on: drawn, schema: name, suggest: "schedulers", setting: true },
  /** -1: drawn by Easel. The webui's own range ends at 2^32 - 1. */
  seed: { on: drawn, schema: z.int().min(-1).max(4_294_967_295), quiet: true },
  lora: { on: drawn, schema: names, suggest: "loras", setting: true, path: false },
  hr_upscaler: { schema: name, suggest: "hiresUpscalers", setting: true },
  hr_scale: { schema: z.number().min(1).max(4), setting: true },
  denoising_strength: { on: ["draw", "edit"], schema: z.number().min(0).max(1), setting: true },
  image: { on: given, schema: inputPicture, path: false, quiet: true },
  clip_skip: {
    schema: z.int().min(1).max(12),
    setting: true,
    path: "override_settings.CLIP_stop_at_last_layers",
  },
  vae: { schema: name, suggest: "vaes", setting: true, path: "override_settings.sd_vae" },
  detailer: { schema: name, suggest: "detailers", setting: true, path: false },
  tiling: { schema: z.boolean(), setting: true },
  preset: { schema: name, suggest: "presets", path: false, quiet: true },
  spoiler: { on: posted, schema: z.boolean(), setting: true, path: false, quiet: true },
  private: {
    on: posted,
    schema: z.boolean(),
    setting: true,
    path: false,
    quiet: true,
  },

  mask: { on: ["edit"], schema: inputPicture, path: false, quiet: true },
  resize_mode: { on: ["edit"], schema: z.int().min(0).max(3), choices: [0, 1, 2, 3] },
  inpainting_fill: { on: ["edit"], schema: z.int().min(0).max(3), choices: [0, 1, 2, 3] },
  mask_blur: { on: ["edit"], schema: z.int().min(0).max(64) },
  inpaint_full_res: { on: ["edit"], schema: z.boolean() },
  inpaint_full_res_padding: { on: ["edit"], schema: z.int().min(0).max(256) },
  inpainting_mask_invert: { on: ["edit"], schema: z.boolean(), path: false },
  /** The canvas is made larger before the picture goes anywhere; pixels on each such side. */
  extend: {
    on: ["edit"],
    schema: z.enum(directions),
    choices: directions,
    path: false,
    quiet: true,
  },
  extend_by: { on: ["edit"], schema: z.int().min(8).max(1024), path: false, quiet: true },

  /** One ControlNet unit, as it is typed; a request has them all under `control`. */
  type: { on: ["control"], schema: name, suggest: "controlTypes", path: false },
  weight: { on: ["control"], schema: z.number().min(0).max(2), path: false },
  guidance_start: { on: ["control"], schema: visibility, path: false },
  guidance_end: { on: ["control"], schema: visibility, path: false },
  control_mode: {
    on: ["control"],
    schema: z.enum(controlModes),
    choices: controlModes,
    path: false,
  },
  control: { on: ["redraw"], schema: z.array(controlUnit).min(1).max(3), path: false, quiet: true },

  /** What a dynamic prompt came to, a text for each picture. */
  prompts: { on: ["redraw"], schema: texts, path: false, quiet: true },
  negative_prompts: { on: ["redraw"], schema: texts, path: false, quiet: true },

  /** A variation: how much of another seed's noise is mixed in. */
  subseed: { on: ["redraw", "flag"], schema: z.int().min(-1).max(4_294_967_295) },
  subseed_strength: { on: ["redraw", "flag"], schema: visibility },

  scale: {
    on: ["upscale"],
    schema: z.number().min(1).max(8),
    setting: true,
    path: "upscaling_resize",
  },
  upscaler: {
    on: ["upscale"],
    schema: name,
    suggest: "upscalers",
    setting: true,
    path: "upscaler_1",
  },
  upscaler_2: { on: ["upscale"], schema: name, suggest: "upscalers" },
  upscaler_2_visibility: {
    on: ["upscale"],
    schema: visibility,
    path: "extras_upscaler_2_visibility",
  },
  gfpgan_visibility: { on: ["upscale"], schema: visibility },
  codeformer_visibility: { on: ["upscale"], schema: visibility },
  codeformer_weight: { on: ["upscale"], schema: visibility },

  mode: { on: ["describe"], schema: z.enum(describeModes), choices: describeModes, path: false },
} as const satisfies Record<string, Row>;

export type ParameterName = keyof typeof parameters;

export const parameterNames = Object.keys(parameters) as ParameterName[];

/** A row by its name, with the fields that not every row has. */
export const rowOf = (parameter: ParameterName): Row => parameters[parameter];

/** The options of a command, or what its buttons set, in the order of the table. */
export function namesOn(use: Use): ParameterName[] {
  return parameterNames.filter((each) => (rowOf(each).on ?? ["draw"]).includes(use));
}

/** What one drawing is described by, whichever command or button asked for it. */
export const drawingNames = parameterNames.filter((each) =>
  (["draw", "edit", "redraw"] as const).some((use) => namesOn(use).includes(each)),
);
