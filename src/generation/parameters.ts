import { z } from "zod";
import type { ListName } from "./catalog.ts";

/** What a row says about a parameter; type and bounds are read from its schema (`facts.ts`). */
export type Row = {
  schema: z.ZodType;
  /** The list its value is chosen from: the webuis' own, or one of ours. */
  suggest?: ListName | "ratios" | "presets";
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

const name = z.string().trim().min(1).max(300);
const names = z.array(name).min(1).max(20);
/** The webui's own sliders end at 2048; it cuts sides to multiples of 8 itself. */
const side = z.int().min(64).max(2048);

/**
 * THE TABLE: everything about each parameter of a drawing. The order is the order of the slash options.
 * Names are the webui's field names (webui-api.md, section 4).
 */
export const parameters = {
  prompt: { schema: z.string().trim().min(1).max(6000), quiet: true },
  negative_prompt: { schema: z.string().trim().max(6000), setting: true, quiet: true },
  model: {
    schema: name,
    suggest: "models",
    setting: true,
    path: "override_settings.sd_model_checkpoint",
    quiet: true,
  },
  styles: { schema: names, suggest: "styles", setting: true },
  aspect_ratio: {
    schema: z
      .string()
      .trim()
      .regex(/^\d{1,4}(\.\d{1,2})?:\d{1,4}(\.\d{1,2})?$/),
    suggest: "ratios",
    setting: true,
    path: false,
  },
  width: { schema: side, setting: true, quiet: true },
  height: { schema: side, setting: true, quiet: true },
  count: { schema: z.int().min(1).max(25), setting: true, path: false, quiet: true },
  steps: { schema: z.int().min(1).max(150), setting: true },
  cfg_scale: { schema: z.number().min(0).max(30), setting: true },
  sampler_name: { schema: name, suggest: "samplers", setting: true },
  scheduler: { schema: name, suggest: "schedulers", setting: true },
  /** -1: drawn by Easel. The webui's own range ends at 2^32 - 1. */
  seed: { schema: z.int().min(-1).max(4_294_967_295), quiet: true },
  lora: { schema: names, suggest: "loras", setting: true, path: false },
  hr_upscaler: { schema: name, suggest: "hiresUpscalers", setting: true },
  hr_scale: { schema: z.number().min(1).max(4), setting: true },
  denoising_strength: { schema: z.number().min(0).max(1), setting: true },
  image: { schema: inputPicture, path: false, quiet: true },
  clip_skip: {
    schema: z.int().min(1).max(12),
    setting: true,
    path: "override_settings.CLIP_stop_at_last_layers",
  },
  vae: { schema: name, suggest: "vaes", setting: true, path: "override_settings.sd_vae" },
  detailer: { schema: name, suggest: "detailers", setting: true, path: false },
  tiling: { schema: z.boolean(), setting: true },
  preset: { schema: name, suggest: "presets", path: false, quiet: true },
  spoiler: { schema: z.boolean(), setting: true, path: false, quiet: true },
  private: { schema: z.boolean(), setting: true, path: false, quiet: true },
} as const satisfies Record<string, Row>;

export type ParameterName = keyof typeof parameters;

export const parameterNames = Object.keys(parameters) as ParameterName[];

/** A row by its name, with the fields that not every row has. */
export const rowOf = (parameter: ParameterName): Row => parameters[parameter];
