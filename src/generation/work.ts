import { z } from "zod";
import {
  describeModes,
  inputPicture,
  type InputPicture,
  namesOn,
  parameters,
} from "./parameters.ts";
import { checkPixels, costOf as costOfDrawing, finalSize } from "./policy.ts";
import type { Size } from "./size.ts";
import { checkValues, generationRequest, type GenerationRequest, type Values } from "./request.ts";

const optionals = z.strictObject({
  scale: parameters.scale.schema.optional(),
  upscaler: parameters.upscaler.schema.optional(),
  upscaler_2: parameters.upscaler_2.schema.optional(),
  upscaler_2_visibility: parameters.upscaler_2_visibility.schema.optional(),
  gfpgan_visibility: parameters.gfpgan_visibility.schema.optional(),
  codeformer_visibility: parameters.codeformer_visibility.schema.optional(),
  codeformer_weight: parameters.codeformer_weight.schema.optional(),
  spoiler: z.boolean().optional(),
  private: z.boolean().optional(),
});

/** A picture to be made larger, or its faces better. */
export const upscaleRequest = optionals.extend({
  task: z.literal("upscale"),
  image: inputPicture,
});
export type UpscaleRequest = z.infer<typeof upscaleRequest>;

/** A picture to be put into words. */
export const describeRequest = z.strictObject({
  task: z.literal("describe"),
  image: inputPicture,
  mode: z.enum(describeModes),
  private: z.boolean().optional(),
});
export type DescribeRequest = z.infer<typeof describeRequest>;

/** Whatever a webui is asked to do, one at a time, in the order of the queue. */
export const work = z.union([generationRequest, upscaleRequest, describeRequest]);
export type Work = GenerationRequest | UpscaleRequest | DescribeRequest;

export function isDrawing(request: Work): request is GenerationRequest {
  return !("task" in request);
}

export function isUpscale(request: Work): request is UpscaleRequest {
  return "task" in request && request.task === "upscale";
}

export function isDescription(request: Work): request is DescribeRequest {
  return "task" in request && request.task === "describe";
}

/** Enlarged by this where nobody says by how much (the API's own default). */
export const defaultScale = 2;

/**
 * @throws {UserError} naming the first value that is out of bounds.
 */
export function createUpscale(layers: readonly Values[], image: InputPicture): UpscaleRequest {
  const { image: _, ...values } = checkValues(namesOn("upscale"), ...layers);
  return upscaleRequest.parse({ task: "upscale", image, ...values });
}

/**
 * @throws {UserError} naming the first value that is out of bounds.
 */
export function createDescription(values: Values, image: InputPicture): DescribeRequest {
  const { mode = "caption", private: hidden } = checkValues(["mode", "private"], values);
  return describeRequest.parse({
    task: "describe",
    image,
    mode,
    ...(hidden === undefined ? {} : { private: hidden }),
  });
}

/** The pictures that a webui needs to do it. */
export function picturesOf(request: Work): InputPicture[] {
  if (!isDrawing(request)) return [request.image];
  const { image, mask, control = [] } = request;
  const own = [image, mask].filter((each) => each !== undefined);
  return [...own, ...control.map((unit) => unit.image)];
}

/** Measured on A1111: an ESRGAN enlarges a 512 x 512 picture about as fast as ten steps draw one. */
const upscaleSteps = 10;
/** BLIP takes about as long as five. */
const describeSteps = 5;

/** What it costs a GPU, in steps of a 512 x 512 picture. */
export function costOf(request: Work): number {
  if (isDrawing(request)) return costOfDrawing(request);
  if (isDescription(request)) return describeSteps;
  const { image, scale = defaultScale } = request;
  return (upscaleSteps * image.width * image.height * Math.max(1, scale / 2) ** 2) / (512 * 512);
}

/** The size of what comes out of it, as far as the request says. */
export function sizeOf(request: Work): Size {
  if (isDrawing(request)) return finalSize(request);
  const scale = isUpscale(request) ? (request.scale ?? defaultScale) : 1;
  const { width, height } = request.image;
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * The rules over several values.
 * @throws {UserError}
 */
export function checkWork(request: Work): void {
  checkPixels(sizeOf(request));
}
