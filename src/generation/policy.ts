import { UserError } from "../errors.ts";
import { factsOf } from "./facts.ts";
import type { GenerationRequest, Values } from "./request.ts";
import { checkValue } from "./values.ts";
import { defaultSize, readRatio, roundSide, type Size, sizeOfRatio, sizeWithin } from "./size.ts";

/** No final picture is larger, hires fix included: 4096 x 4096, what a large GPU can just do. Pixels. */
export const maxPixels = 4096 * 4096;

/** The bounds of a picture that a member gives, before and after decoding: 25 MiB, 40 megapixels. */
export const inputBounds = { maxBytes: 25 * 1024 * 1024, maxPixels: 40_000_000 };

type GivenSides = { width: number | undefined; height: number | undefined };

const sideBounds = { min: factsOf("width").min ?? 64, max: factsOf("width").max ?? 2048 };

/**
 * Works out width and height where they follow from something else: from the ratio (about the same area), or from
 * the picture of an img2img request, which comes before all defaults. What the person wrote as a number stays;
 * `chosen` is what the person set, without defaults.
 * @throws {UserError} when the ratio is too extreme, or there is no such side to the one that was given.
 */
export function withSize(request: GenerationRequest, chosen: Values): GenerationRequest {
  const { image, aspect_ratio } = request;
  const width = chosen.width === undefined ? undefined : request.width;
  const height = chosen.height === undefined ? undefined : request.height;
  if (width !== undefined && height !== undefined) return request;
  const own = image === undefined ? undefined : sizeWithin(image, sideBounds);
  const ofPicture = image !== undefined && chosen.aspect_ratio === undefined;
  const written = ofPicture ? undefined : aspect_ratio;
  if (written === undefined) {
    if (own === undefined) return withControlSize(request, { width, height });
    return { ...request, ...inRatio(own.width / own.height, { width, height }, 8, own) };
  }
  const ratio = readRatio(written);
  if (!(ratio >= 1 / 16 && ratio <= 16)) {
    throw new UserError((text) => text.refused.ratioTooExtreme(written));
  }
  // A ratio that is only a default keeps nobody from drawing.
  if (chosen.aspect_ratio !== undefined) checkOtherSide(ratio, { width, height });
  const base = own ?? {
    width: request.width ?? defaultSize.width,
    height: request.height ?? defaultSize.height,
  };
  const free = sizeOfRatio(ratio, base.width * base.height, sideBounds);
  return { ...request, ...inRatio(ratio, { width, height }, 64, free) };
}

function checkOtherSide(ratio: number, given: GivenSides): void {
  if (isInRatio(inRatio(ratio, given, 64, defaultSize), ratio)) return;
  if (given.width !== undefined) checkValue("height", Math.round(given.width / ratio));
  else if (given.height !== undefined) checkValue("width", Math.round(given.height * ratio));
}

/** Whether the sides are in another ratio than is said beside them; multiples of 64 only come near to it. */
export function contradictsRatio({ aspect_ratio, width, height }: GenerationRequest): boolean {
  if (aspect_ratio === undefined || width === undefined || height === undefined) return false;
  return !isInRatio({ width, height }, readRatio(aspect_ratio));
}

const isInRatio = ({ width, height }: Size, ratio: number) =>
  Math.abs(Math.log(width / height / ratio)) < 0.17;

/** The size as somebody would ask for it: the ratio alone where the sides follow from that, else the sides alone. */
export function asAsked(values: Values): Values {
  const { aspect_ratio: ratio, width, height, ...rest } = values;
  if (typeof ratio !== "string" || width === undefined || height === undefined) return values;
  const { width: wide, height: high } = defaultSize;
  const free = sizeOfRatio(readRatio(ratio), wide * high, sideBounds);
  return free.width === width && free.height === height
    ? { ...rest, aspect_ratio: ratio }
    : { ...rest, width, height };
}

/** The ratio of the picture whose structure is kept, at the area that would be drawn otherwise. */
function withControlSize(request: GenerationRequest, given: GivenSides): GenerationRequest {
  const [unit] = request.control ?? [];
  if (unit === undefined) return request;
  const ratio = Math.min(16, Math.max(1 / 16, unit.image.width / unit.image.height));
  const { width = defaultSize.width, height = defaultSize.height } = request;
  return {
    ...request,
    ...inRatio(ratio, given, 64, sizeOfRatio(ratio, width * height, sideBounds)),
  };
}

/** The side that was given, and the other in the ratio; `free` where none was. */
function inRatio(ratio: number, { width, height }: GivenSides, step: number, free: Size): Size {
  if (width !== undefined) return { width, height: roundSide(width / ratio, step, sideBounds) };
  if (height !== undefined) return { width: roundSide(height * ratio, step, sideBounds), height };
  return free;
}

/**
 * No picture may come out larger than this.
 * @throws {UserError}
 */
export function checkPixels({ width, height }: Size): void {
  if (width * height > maxPixels) {
    throw new UserError((text) => text.refused.tooManyPixels(width, height, maxPixels));
  }
}

/** True when a second pass enlarges the picture (hires fix exists in txt2img only). */
export function isHires({ image, hr_upscaler, hr_scale }: GenerationRequest): boolean {
  return image === undefined && (hr_upscaler !== undefined || hr_scale !== undefined);
}

/** The picture's size in the end, as far as the request says; the webui's default otherwise. */
export function finalSize(request: GenerationRequest): Size {
  // 2 is the API's default of hr_scale (webui-api.md, section 4.2).
  const scale = isHires(request) ? (request.hr_scale ?? 2) : 1;
  return {
    width: Math.round((request.width ?? defaultSize.width) * scale),
    height: Math.round((request.height ?? defaultSize.height) * scale),
  };
}

/** What a drawing costs a GPU, in steps of a 512 x 512 picture. */
export function costOf(request: GenerationRequest): number {
  const area = (size: Size) => (size.width * size.height) / (512 * 512);
  const first = area({ width: request.width ?? 512, height: request.height ?? 512 });
  const second = isHires(request) ? area(finalSize(request)) : 0;
  return request.steps * (first + second) * (request.count ?? 1);
}
