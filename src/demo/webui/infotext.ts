import { toJson } from "./json.ts";
import type { Json } from "./types.ts";

/** A float as Python prints it. */
export function toFloatText(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function quote(value: string): string {
  return /[,:\n]/.test(value) ? JSON.stringify(value) : value;
}

export type Pairs = [key: string, value: string | number | null | undefined][];

export function toInfotext(prompt: string, negative: string, pairs: Pairs): string {
  const line = pairs
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `${key}: ${quote(String(value))}`)
    .join(", ");
  return `${prompt}${negative ? `\nNegative prompt: ${negative}` : ""}\n${line}`.trim();
}

const pair = /\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)/g;

/** The fields of an infotext, all as strings, with the defaults that the server fills in. */
export function parseInfotext(text: string): Record<string, string> {
  const lines = text.trim().split("\n");
  let last = lines.pop() ?? "";
  if ([...last.matchAll(pair)].length < 3) {
    lines.push(last);
    last = "";
  }
  const start = lines.findIndex((line) => line.startsWith("Negative prompt:"));
  const prompt = start < 0 ? lines : lines.slice(0, start);
  const negative = start < 0 ? [] : lines.slice(start);
  const out: Record<string, string> = {
    Prompt: prompt.join("\n").trim(),
    "Negative prompt": negative.join("\n").replace("Negative prompt:", "").trim(),
  };
  for (const [, key = "", raw = ""] of last.matchAll(pair)) {
    const value = raw.startsWith('"') ? unquote(raw) : raw.trim();
    const size = /^(\d+)x(\d+)$/.exec(value);
    if (size) {
      out[`${key}-1`] = size[1] ?? "";
      out[`${key}-2`] = size[2] ?? "";
    } else out[key] = value;
  }
  return { ...defaults, ...out };
}

const defaults: Record<string, string> = {
  "Clip skip": "1",
  "Hires resize-1": "0",
  "Hires resize-2": "0",
  "Hires sampler": "Use same sampler",
  "Hires schedule type": "Use same scheduler",
  "Hires checkpoint": "Use same checkpoint",
  "Hires prompt": "",
  "Hires negative prompt": "",
  "Mask mode": "Inpaint masked",
  "Masked content": "original",
  "Inpaint area": "Whole picture",
  "Masked area padding": "32",
  RNG: "GPU",
  "Schedule type": "Automatic",
  "Schedule max sigma": "0",
  "Schedule min sigma": "0",
  "Schedule rho": "0",
  "VAE Encoder": "Full",
  "VAE Decoder": "Full",
  "FP8 weight": "Disable",
  "Cache FP16 weight for LoRA": "False",
  Emphasis: "Original",
  "Refiner switch by sampling steps": "False",
};

function unquote(raw: string): string {
  try {
    return String(JSON.parse(raw));
  } catch {
    return raw;
  }
}

const fieldsOfKeys: Record<string, [field: string, type: "text" | "number"]> = {
  Prompt: ["prompt", "text"],
  "Negative prompt": ["negative_prompt", "text"],
  Steps: ["steps", "number"],
  Sampler: ["sampler_name", "text"],
  "Schedule type": ["scheduler", "text"],
  "CFG scale": ["cfg_scale", "number"],
  Seed: ["seed", "number"],
  "Variation seed": ["subseed", "number"],
  "Variation seed strength": ["subseed_strength", "number"],
  "Size-1": ["width", "number"],
  "Size-2": ["height", "number"],
  "Denoising strength": ["denoising_strength", "number"],
  "Hires upscale": ["hr_scale", "number"],
  "Hires steps": ["hr_second_pass_steps", "number"],
  "Hires upscaler": ["hr_upscaler", "text"],
};

/** Fills the fields that a request did not send from the infotext it carries. */
export function fillFromInfotext(request: Json, sent: Json): void {
  if (typeof request["infotext"] !== "string" || !request["infotext"]) return;
  const found = parseInfotext(request["infotext"]);
  for (const [key, [field, type]] of Object.entries(fieldsOfKeys)) {
    const value = found[key];
    if (value !== undefined && !(field in sent) && field in request)
      request[field] = type === "number" ? Number(value) : value;
  }
  if (found["Hires upscale"] !== undefined && !("enable_hr" in sent) && "enable_hr" in request)
    request["enable_hr"] = true;
  const overrides: Json = { ...toJson(request["override_settings"]) };
  if (found["Model hash"]) overrides["sd_model_checkpoint"] ??= found["Model hash"];
  if (Number(found["Clip skip"]) > 1)
    overrides["CLIP_stop_at_last_layers"] ??= Number(found["Clip skip"]);
  request["override_settings"] = overrides;
}
