import { readWeighted } from "../generation/names.ts";
import {
  type ControlUnit,
  drawingNames,
  type InputPicture,
  namesOn,
  type ParameterName,
  rowOf,
} from "../generation/parameters.ts";
import type { Part } from "../generation/backend.ts";
import { promptsOf } from "../generation/expand.ts";
import { isHires } from "../generation/policy.ts";
import type { GenerationRequest } from "../generation/request.ts";
import { type Dialect, dialects } from "./dialect.ts";
import type { WebuiFacts } from "./facts.ts";

export type Payload = Record<string, unknown>;

/** The page's own default; without a strength the second pass is a 500 (webui-api.md, surprise 3). */
const hiresStrength = 0.7;
/** The API's own default of cfg_scale; Forge's 1.0 would drop the negative prompt (webui-api.md, section 14). */
const defaultCfg = 7;
const seeds = 2 ** 32;

/** How many requests the rest of a drawing takes there, and which pictures each makes. `done`: pictures that are there. */
export function partsOf(
  { count = 1, prompts, negative_prompts: negatives }: GenerationRequest,
  { kind }: WebuiFacts,
  done = 0,
): Part[] {
  // Pictures with prompts of their own are asked for one by one.
  const most = prompts === undefined && negatives === undefined ? dialects[kind].mostAtOnce : 1;
  const parts: Part[] = [];
  for (let before = done; before < count; before += most) {
    parts.push({ before, count: Math.min(most, count - before) });
  }
  return parts;
}

/** The route that draws a request. */
export function routeOf({ image }: GenerationRequest): string {
  return image === undefined ? "/sdapi/v1/txt2img" : "/sdapi/v1/img2img";
}

/** The bytes of the pictures that a request tells about, by their hash. */
export type Pictures = ReadonlyMap<string, Buffer>;

/**
 * The body of a request: what somebody set, under the webui's names (`path` in the table), and nothing else.
 * Names are the webui's own already.
 */
export function toPayload(
  request: GenerationRequest,
  facts: WebuiFacts,
  part: Part,
  pictures: Pictures = new Map(),
): Payload {
  const dialect = dialects[facts.kind];
  const body: Payload = {};
  const values = { ...request, ...promptsOf(request, part.before) };
  for (const parameter of drawingNames) {
    const path = pathOf(parameter, facts, dialect);
    if (path === false || values[parameter] === undefined) continue;
    if (request.image !== undefined || !forPictures.includes(parameter)) {
      put(body, path, values[parameter]);
    }
  }
  if (part.before > 0) Object.assign(body, seedAt(request, part.before));
  if (request.count !== undefined && dialect.countField !== undefined) {
    Object.assign(body, { batch_size: 1, [dialect.countField]: part.count });
  }
  if (request.vae !== undefined && facts.vaeModules) {
    const modules = [...facts.textEncoders, request.vae];
    put(body, "override_settings.forge_additional_modules", [...new Set(modules)]);
  }
  Object.assign(body, withLoras(values, facts, dialect));
  Object.assign(
    body,
    request.image === undefined
      ? hiresOf(request, dialect)
      : imageOf(request, request.image, pictures),
  );
  putDetailer(body, request, facts);
  putControl(body, request, facts, pictures);
  if ("override_settings" in body) body["override_settings_restore_afterwards"] = true;
  return body;
}

/** As the webui counts within one request: a variation keeps its seed, and the seed that is mixed in counts up. */
function seedAt({ seed, subseed, subseed_strength = 0 }: GenerationRequest, before: number) {
  const at = (first: number) => (first + before) % seeds;
  const isVaried = subseed !== undefined && subseed_strength > 0;
  return isVaried ? { subseed: at(subseed) } : { seed: at(seed) };
}

/** Fields of img2img alone. */
const forPictures = namesOn("edit").filter(
  (name) => !namesOn("draw").includes(name) && !namesOn("control").includes(name),
);

/** The rules for these span several values: they are put in below, not from the table. */
const workedOut: readonly ParameterName[] = ["hr_upscaler", "hr_scale", "denoising_strength"];

function pathOf(parameter: ParameterName, facts: WebuiFacts, dialect: Dialect): string | false {
  if (workedOut.includes(parameter)) return false;
  if (parameter === "vae" && facts.vaeModules) return false;
  if (parameter === "clip_skip" && dialect.clipSkip !== undefined) return dialect.clipSkip;
  return rowOf(parameter).path ?? parameter;
}

/** Sets a field, or one inside another: `override_settings.sd_vae`. */
function put(body: Payload, path: string, value: unknown): void {
  const [field = path, inner] = path.split(".");
  body[field] = inner === undefined ? value : Object.assign({}, body[field], { [inner]: value });
}

function withLoras(
  { prompt, lora }: GenerationRequest,
  facts: WebuiFacts,
  dialect: Dialect,
): Payload {
  if (lora === undefined) return {};
  const chosen = lora.map((text) => {
    const { name, weight } = facts.loraPaths.has(text)
      ? { name: text, weight: undefined }
      : readWeighted(text);
    return { name, weight: weight ?? 1 };
  });
  if (dialect.lora === "field") {
    const field = ({ name, weight }: (typeof chosen)[number]) => ({
      path: facts.loraPaths.get(name) ?? name,
      multiplier: weight,
    });
    return { lora: chosen.map(field) };
  }
  // From a # to the end of its line the webui takes a prompt for a comment.
  const gap = prompt.slice(prompt.lastIndexOf("\n") + 1).includes("#") ? "\n" : " ";
  const tags = chosen.map(({ name, weight }) => `<lora:${name}:${weight}>`);
  return { prompt: prompt + gap + tags.join(" ") };
}

/** Base64 of a picture that a request tells about. */
export function encoded({ hash }: InputPicture, pictures: Pictures): string {
  const bytes = pictures.get(hash);
  if (bytes === undefined) throw new Error("a request with a picture needs its bytes");
  return bytes.toString("base64");
}

function imageOf(request: GenerationRequest, image: InputPicture, pictures: Pictures): Payload {
  const { denoising_strength, mask, inpainting_mask_invert } = request;
  return {
    init_images: [encoded(image, pictures)],
    ...(denoising_strength === undefined ? {} : { denoising_strength }),
    ...(mask === undefined ? {} : { mask: encoded(mask, pictures) }),
    ...(inpainting_mask_invert === undefined
      ? {}
      : { inpainting_mask_invert: Number(inpainting_mask_invert) }),
  };
}

function hiresOf(request: GenerationRequest, { hires }: Dialect): Payload {
  if (!isHires(request) || hires === false) return {};
  const { hr_upscaler, hr_scale, denoising_strength = hiresStrength, cfg_scale } = request;
  return {
    enable_hr: true,
    ...(hr_upscaler === undefined ? {} : { hr_upscaler }),
    ...(hr_scale === undefined ? {} : { hr_scale }),
    denoising_strength,
    ...(hires.strength && { hr_denoising_strength: denoising_strength }),
    ...(hires.cfg && { hr_cfg: cfg_scale ?? defaultCfg }),
    ...(hires.modules && { hr_additional_modules: ["Use same choices"] }),
  };
}

/** ADetailer: on, not only in img2img, one model. Or the webui's own restorer of faces. */
function putDetailer(body: Payload, { detailer }: GenerationRequest, facts: WebuiFacts): void {
  if (detailer === undefined) return;
  if (facts.detailer === "adetailer") {
    put(body, "alwayson_scripts.ADetailer", { args: [true, false, { ad_model: detailer }] });
  } else if (facts.detailer === "restorer") {
    body["restore_faces"] = true;
    put(body, "override_settings.face_restoration_model", detailer);
  }
}

/** The maps that it makes of the pictures are not wanted beside the result. */
function putControl(
  body: Payload,
  { control }: GenerationRequest,
  facts: WebuiFacts,
  pictures: Pictures,
): void {
  if (control === undefined) return;
  const toUnit = ({ type, image, ...values }: ControlUnit) => ({
    enabled: true,
    ...(facts.controlTypes.get(type) ?? { module: type }),
    image: encoded(image, pictures),
    pixel_perfect: true,
    save_detected_map: false,
    ...values,
  });
  put(body, "alwayson_scripts.controlnet", { args: control.map(toUnit) });
}
