import { UserError } from "../errors.ts";
import {
  type Canvas,
  type Direction,
  extendCanvas,
  makeSquare,
  pan,
  zoomOut,
} from "../generation/picture/canvas.ts";
import { isAlike, readMask } from "../generation/picture/mask.ts";
import type { InputPicture } from "../generation/parameters.ts";
import { checkValues, type Values } from "../generation/request.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import { keepPicture } from "./picture.ts";

/** What 🔍 can do to a picture; each draws what is beyond its edges. */
export const views = ["out15", "out20", "square", "left", "right", "up", "down"] as const;
export type View = (typeof views)[number];

/** Share of its side by which a picture is panned. */
const panShare = 0.5;

function canvasOf(bytes: Buffer, view: View): Promise<Canvas> {
  switch (view) {
    case "out15":
      return zoomOut(bytes, 1.5);
    case "out20":
      return zoomOut(bytes, 2);
    case "square":
      return makeSquare(bytes);
    default:
      return pan(bytes, view, panShare);
  }
}

/**
 * How a canvas is drawn upon: its new parts alone change, from the colours at the edges, and the whole is looked at.
 */
const drawn: Values = {
  denoising_strength: 0.8,
  inpainting_fill: 1,
  inpaint_full_res: false,
  mask_blur: 8,
};

/** Pictures and values that widen a view; only plain img2img is needed of the webui. */
export async function widened(bytes: Buffer, view: View, context: Context): Promise<Values> {
  return toValues(await canvasOf(bytes, view), context);
}

/** @throws {UserError} where what comes of it is too small or too large to be drawn. */
async function toValues(
  { picture, mask, width, height }: Canvas,
  context: Context,
): Promise<Values> {
  const [image, masked] = await Promise.all([
    keepPicture(picture, context),
    keepPicture(mask, context),
  ]);
  return { ...drawn, image, mask: masked, ...checkValues(["width", "height"], { width, height }) };
}

/** `/edit`'s extend: a quarter of the side if nobody says by how much. */
export async function extended(
  image: InputPicture,
  extend: Direction | "all",
  extendBy: number | undefined,
  context: Context,
): Promise<Values> {
  const by = (side: number) => extendBy ?? Math.round(side / 4);
  const [x, y] = [by(image.width), by(image.height)];
  const sides = { left: { left: x }, right: { right: x }, up: { up: y }, down: { down: y } };
  const extension = extend === "all" ? { left: x, right: x, up: y, down: y } : sides[extend];
  return toValues(await extendCanvas(await bytesOf(image, context), extension), context);
}

/**
 * The mask that a file is, or the difference between the picture and a copy that somebody painted over.
 * @throws {UserError} when it has another shape than the picture, or nothing is to be repainted.
 */
export async function maskOf(
  image: InputPicture,
  given: InputPicture,
  context: Context,
): Promise<InputPicture> {
  const { width, height } = image;
  // Where its parts would lie on the picture, nobody can tell.
  if (!isAlike(image, given)) {
    throw new UserError((text) => text.refused.otherMaskShape(width, height));
  }
  const [original, file] = await Promise.all([bytesOf(image, context), bytesOf(given, context)]);
  const mask = await readMask(original, file);
  if (mask === undefined) throw new UserError((text) => text.refused.emptyMask);
  return keepPicture(mask, context);
}

async function bytesOf({ hash }: InputPicture, { inputs }: Context): Promise<Buffer> {
  const bytes = await orAway(() => inputs.get(hash));
  if (bytes === undefined) throw new UserError((text) => text.refused.sourceForgotten);
  return bytes;
}
