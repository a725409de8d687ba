import { UserError } from "../errors.ts";
import { factsOf } from "./facts.ts";
import type { GenerationRequest } from "./request.ts";
import { defaultSize, readRatio, roundSide, type Size, sizeOfRatio, sizeWithin } from "./size.ts";

/** No final picture is larger, hires fix included: 4096 x 4096, what a large GPU can just do. Pixels. */
export const maxPixels = 4096 * 4096;

/** The bounds of a picture that a member gives, before and after decoding: 25 MiB, 40 megapixels. */
export const inputBounds = { maxBytes: 25 * 1024 * 1024, maxPixels: 40_000_000 };

const sideBounds = { min: factsOf("width").min ?? 64, max: factsOf("width").max ?? 2048 };

/**
 * Works out width and height where they follow from something else: from the ratio (about the same area), or from
 * the picture of an img2img request. What the person wrote as a number stays.
 */
export function withSize(
  request: GenerationRequest,
  chosen: { width?: unknown; height?: unknown },
): GenerationRequest {
  const { aspect_ratio, image, width, height } = request;
  const base: Size = image === undefined ? defaultSize : sizeWithin(image, sideBounds);
  const both = chosen.width !== undefined && chosen.height !== undefined;
  if (aspect_ratio === undefined || both) {
    if (image === undefined) return request;
    return { ...request, width: width ?? base.width, height: height ?? base.height };
  }
  const ratio = readRatio(aspect_ratio);
  if (!(ratio >= 1 / 16 && ratio <= 16)) {
    throw new UserError((text) => text.refused.ratioTooExtreme(aspect_ratio));
  }
  if (chosen.width !== undefined && width !== undefined) {
    return { ...request, height: roundSide(width / ratio, sideBounds) };
  }
  if (chosen.height !== undefined && height !== undefined) {
    return { ...request, width: roundSide(height * ratio, sideBounds) };
  }
  const area = (width ?? base.width) * (height ?? base.height);
  return { ...request, ...sizeOfRatio(ratio, area, sideBounds) };
}

/**
 * The rules over several values of a request.
 * @throws {UserError}
 */
export function checkPolicy(request: GenerationRequest): void {
  const { width, height } = finalSize(request);
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
