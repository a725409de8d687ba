import { toList } from "./json.ts";
import { decodeMask, decodePixels, imageBytes, type Fit } from "./decode.ts";
import { PythonError } from "./errors.ts";
import type { Pixels } from "./png.ts";
import { directions, type ChosenScripts } from "./scripts.ts";
import type { Json, World } from "./types.ts";

/** What img2img paints over. */
export interface Inputs {
  images: Buffer[];
  mask: Buffer | undefined;
}

export function readInputs(world: World, request: Json, mask: Buffer | undefined): Inputs {
  const given = toList(request["init_images"]);
  return { images: given.map((image) => imageBytes(image, world)), mask };
}

export const fits: Record<number, Fit> = { 0: "fill", 1: "cover", 2: "contain", 3: "fill" };

export interface Prepared {
  pictures: Pixels[];
  mask: Buffer | undefined;
}

/** The member's picture and mask at the size of the result. */
export async function prepareInputs(
  inputs: Inputs,
  request: Json,
  size: { width: number; height: number },
): Promise<Prepared> {
  const fit = fits[Number(request["resize_mode"] ?? 0)] ?? "fill";
  const pictures: Pixels[] = [];
  for (const bytes of inputs.images) pictures.push(await decodePixels(bytes, { ...size, fit }));
  if (!inputs.mask) return { pictures, mask: undefined };
  const blur = Number(request["mask_blur"] ?? request["mask_blur_x"] ?? 4);
  const inverted = Boolean(request["inpainting_mask_invert"]);
  const mask = await decodeMask(inputs.mask, size.width, size.height, { blur, inverted, fit });
  return { pictures, mask };
}

/** One picture serves the whole batch; several are the batch. */
export function batchOf(count: number, batch: number): number {
  if (count === 1) return batch;
  if (count > 1 && count <= batch) return count;
  throw new PythonError(
    "RuntimeError",
    `bad number of images passed: ${count}; expecting ${batch} or less`,
  );
}

/** The size that a selectable script makes of a picture; the others draw as usual. */
export function scriptedSize(
  selected: ChosenScripts["selected"],
  size: { width: number; height: number },
): { width: number; height: number } {
  if (selected?.name === "sd upscale") {
    const scale = Number(selected.args[3] ?? 2);
    return { width: size.width * scale, height: size.height * scale };
  }
  const isMk2 = selected?.name === "outpainting mk2";
  if (!isMk2 && selected?.name !== "poor man's outpainting") return size;
  const pixels = Number(selected.args[isMk2 ? 1 : 0] ?? 128);
  const named = selected.args[3];
  const sides = Array.isArray(named) ? named : directions;
  const wide = ["left", "right"].filter((side) => sides.includes(side)).length;
  const high = ["up", "down"].filter((side) => sides.includes(side)).length;
  return { width: size.width + wide * pixels, height: size.height + high * pixels };
}
