import sharp from "sharp";
import { factsOf } from "../facts.ts";
import { open, sizeOf, toMask } from "./scribble.ts";

/** By how many pixels a picture grows on each side. */
export type Extension = { left: number; right: number; up: number; down: number };
export type Direction = keyof Extension;

/** A picture with room around it to be drawn in, as PNGs of the same size; the mask is white there. */
export type Canvas = { picture: Buffer; mask: Buffer; width: number; height: number };

/** No side of a canvas is longer, in pixels: the table's bound. */
const longest = factsOf("width").max ?? 2048;
/** A webui cuts sides to multiples of this itself (webui-api.md, surprise 21). */
const step = 8;
/** How far the mask goes into the picture, in pixels, and at most as a share of its shorter side: a seam needs room. */
const overlap = 32;
const overlapShare = 1 / 16;
/** The new parts are made of so much fewer pixels, and are so without detail. */
const coarseness = 16;
const none: Extension = { left: 0, right: 0, up: 0, down: 0 };

/**
 * The picture in place on a larger canvas: beyond its edges their colours go on, blurred. A canvas that were too large is
 * scaled down as a whole. Its sides are multiples of 8: right and below, or where it grows at all, it grows by some
 * pixels more.
 */
export async function extendCanvas(bytes: Buffer, extension: Partial<Extension>): Promise<Canvas> {
  const asked = { ...none, ...extension };
  const own = await sizeOf(bytes);
  const full = {
    width: own.width + asked.left + asked.right,
    height: own.height + asked.up + asked.down,
  };
  const scale = Math.min(1, longest / full.width, longest / full.height);
  const width = Math.max(1, Math.floor(own.width * scale));
  const height = Math.max(1, Math.floor(own.height * scale));
  const [left, right] = padded(width, asked.left * scale, asked.right * scale);
  const [up, down] = padded(height, asked.up * scale, asked.down * scale);
  return place(bytes, { width, height }, { left, right, up, down });
}

/** The picture smaller by a factor, in the middle of a canvas of its own size. */
export async function zoomOut(bytes: Buffer, factor: number): Promise<Canvas> {
  const own = await sizeOf(bytes);
  const canvas = { width: sideOf(own.width), height: sideOf(own.height) };
  const scale =
    Math.min(canvas.width / own.width, canvas.height / own.height) / Math.max(1, factor);
  const width = Math.max(1, Math.round(own.width * scale));
  const height = Math.max(1, Math.round(own.height * scale));
  const left = Math.floor((canvas.width - width) / 2);
  const up = Math.floor((canvas.height - height) / 2);
  const right = canvas.width - width - left;
  return place(bytes, { width, height }, { left, right, up, down: canvas.height - height - up });
}

/** The picture with room in one direction, a share of its side there. */
export async function pan(bytes: Buffer, direction: Direction, share: number): Promise<Canvas> {
  const { width, height } = await sizeOf(bytes);
  const side = direction === "left" || direction === "right" ? width : height;
  return extendCanvas(bytes, { [direction]: Math.round(side * Math.max(0, share)) });
}

/** The picture in the middle of a square as large as its longer side. */
export async function makeSquare(bytes: Buffer): Promise<Canvas> {
  const { width, height } = await sizeOf(bytes);
  const missing = Math.abs(width - height);
  const [first, second] = [Math.floor(missing / 2), Math.ceil(missing / 2)];
  const wide = width > height;
  return extendCanvas(bytes, wide ? { up: first, down: second } : { left: first, right: second });
}

/** Before and behind a side of this length, so that all together is a multiple of 8 and not too long. */
function padded(length: number, before: number, behind: number): [number, number] {
  const [first, second] = [Math.max(0, Math.round(before)), Math.max(0, Math.round(behind))];
  const whole = Math.min(longest, Math.ceil((length + first + second) / step) * step);
  const more = whole - length - first - second;
  if (second === 0 && first > 0) return [Math.max(0, first + more), 0];
  return second + more < 0 ? [first + second + more, 0] : [first, second + more];
}

const sideOf = (length: number) =>
  Math.max(step, Math.min(longest, Math.floor(length / step) * step));

async function place(
  bytes: Buffer,
  { width, height }: { width: number; height: number },
  room: Extension,
): Promise<Canvas> {
  const { left, right, up, down } = room;
  const whole = { width: left + width + right, height: up + height + down };
  const scaled = await open(bytes)
    .autoOrient()
    .toColourspace("srgb")
    .flatten({ background: "#ffffff" })
    .resize({ width, height, fit: "fill" })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const stretched = await sharp(scaled)
    .extend({ left, right, top: up, bottom: down, extendWith: "copy" })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const coarse = (length: number) => Math.max(4, Math.round(length / coarseness));
  const small = await sharp(stretched)
    .resize({ width: coarse(whole.width), height: coarse(whole.height), fit: "fill" })
    .blur(1.5)
    .png()
    .toBuffer();
  const blurred = await sharp(small)
    .resize({ ...whole, fit: "fill", kernel: "cubic" })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const picture = await sharp(blurred)
    .composite([{ input: scaled, left, top: up }])
    .removeAlpha()
    .png()
    .toBuffer();
  return { picture, mask: await maskOf({ width, height }, room), ...whole };
}

/** Black where the picture stays as it is. */
function maskOf(
  { width, height }: { width: number; height: number },
  { left, right, up, down }: Extension,
): Promise<Buffer> {
  const seam = Math.floor(Math.min(overlap, Math.min(width, height) * overlapShare));
  const seamAt = (room: number) => (room > 0 ? seam : 0);
  const size = { width: left + width + right, height: up + height + down };
  const data = new Uint8Array(size.width * size.height).fill(255);
  const from = left + seamAt(left);
  const to = left + width - seamAt(right);
  for (let y = up + seamAt(up); y < up + height - seamAt(down); y += 1) {
    data.fill(0, y * size.width + from, y * size.width + to);
  }
  return toMask({ data, ...size }, size);
}
