import { EASEL, valuesOf } from "./infotext-values.ts";
import { type Infotext, readInfotext, toInfotext } from "./infotext.ts";
import { withLoraTags } from "./lora-tags.ts";
import { type ParameterName, parameterNames } from "./parameters.ts";
import type { GenerationRequest, Values } from "./request.ts";
import type { Size } from "./size.ts";

/** What is known of one picture besides its request; `undefined` where the webui kept silent. */
export type DrawnPicture = {
  /** The picture's own: the request's counted up. */
  seed: number;
  model: string | undefined;
  sampler: string | undefined;
  /** Of the first pass, in pixels: a webui may cut the sides it was asked for. */
  size: Size | undefined;
};

/** Says nothing about how a picture was made, or is said otherwise: the ratio by the size. */
const unsaid: readonly ParameterName[] = [
  "aspect_ratio",
  "count",
  "image",
  "mask",
  "extend",
  "extend_by",
  "control",
  "prompts",
  "negative_prompts",
  "preset",
  "spoiler",
  "private",
];

/**
 * The infotext of a picture: what we write into one whose webui wrote none, and show of any. In A1111's spelling, so that
 * every program reads it. What its grammar loses (styles; a prompt with a line that starts with `Negative prompt:`, or
 * with blanks at the end of a line; LoRAs that stand in the prompt already) stands in a last parameter of our own,
 * `Easel: "{…}"`, which holds values of the table as JSON and is the one that `valuesOf` believes.
 */
export function infotextOf(request: GenerationRequest, drawn: DrawnPicture): Infotext {
  const values = sayable(request, drawn);
  const plain: Infotext = {
    prompt: withLoraTags(request.prompt, request.lora ?? []),
    ...(request.negative_prompt && { negativePrompt: request.negative_prompt }),
    parameters: pairsOf(values),
    rest: "",
  };
  const lost = difference(values, valuesOf(readInfotext(toInfotext(plain))).values);
  if (Object.keys(lost).length > 0) plain.parameters.set(EASEL, JSON.stringify(lost));
  return plain;
}

function sayable(request: GenerationRequest, drawn: DrawnPicture): Partial<GenerationRequest> {
  const { seed, model = request.model, size = request } = drawn;
  const sampler_name = request.sampler_name ?? drawn.sampler;
  const { width, height } = size;
  const values: Partial<GenerationRequest> = {
    ...request,
    seed,
    model,
    sampler_name,
    width,
    height,
  };
  if (width === undefined || height === undefined) for (const side of sides) delete values[side];
  for (const name of unsaid) delete values[name];
  return values;
}

const sides = ["width", "height"] as const;

/** Three at least, without which it would be no infotext: steps, seed and version. */
function pairsOf(values: Partial<GenerationRequest>): Map<string, string> {
  const { width, height, detailer, tiling } = values;
  const restorer = /^(?:gfpgan|codeformer)$/i.test(detailer ?? "");
  const pairs: [string, string | number | undefined][] = [
    ["Steps", values.steps],
    ["Sampler", values.sampler_name],
    ["Schedule type", values.scheduler],
    ["CFG scale", values.cfg_scale],
    ["Seed", values.seed],
    [restorer ? "Face restoration" : "ADetailer model", detailer],
    ["Size", width === undefined ? undefined : `${width}x${height}`],
    ["Model", values.model],
    ["VAE", values.vae],
    ["Variation seed", values.subseed],
    ["Variation seed strength", values.subseed_strength],
    ["Denoising strength", values.denoising_strength],
    ["Clip skip", values.clip_skip],
    ["Tiling", tiling === undefined ? undefined : tiling ? "True" : "False"],
    ["Hires upscale", values.hr_scale],
    ["Hires upscaler", values.hr_upscaler],
    ["Version", "Easel"],
  ];
  return new Map(
    pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
}

/** What `read` has otherwise than `meant`; `null` for what it should not have. */
function difference(meant: Values, read: Values): Values {
  const lost: Values = {};
  for (const name of parameterNames) {
    if (JSON.stringify(meant[name]) !== JSON.stringify(read[name]))
      lost[name] = meant[name] ?? null;
  }
  return lost;
}
