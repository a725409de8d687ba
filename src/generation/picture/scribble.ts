import sharp from "sharp";
import { inputBounds } from "../policy.ts";
import { type Bitmap, grown, withoutSpecks } from "./bitmap.ts";

type Size = { width: number; height: number };

/** Both pictures are compared at this length of the longer side, in pixels: fine enough for a brush, and soon done. */
const longestCompared = 1024;
/** Differences of the strongest colour, of 255: smaller ones are JPEG's, larger ones certainly somebody's brush. */
const doubtful = 28;
const certain = 60;
/** Smaller groups of pixels are noise, whatever their colour. */
const leastPixels = 16;
/** Share of the longer side by which a mask goes beyond the strokes, whose edges are half transparent. */
const margin = 1 / 250;

/**
 * The mask of what somebody painted over a picture in any app: white where `painted` differs from `original`, black
 * elsewhere, as a PNG of the original's size. The copy may have been scaled and compressed; both are compared at the
 * smaller size, blurred a little. Nothing if they are the same picture.
 */
export async function scribbleMask(original: Buffer, painted: Buffer): Promise<Buffer | undefined> {
  const [size, other] = await Promise.all([sizeOf(original), sizeOf(painted)]);
  const compared = comparedSize(size, other);
  const [before, after] = await Promise.all([
    softened(original, compared),
    softened(painted, compared),
  ]);
  const differences = differencesOf(before, after);
  const noise = median(differences);
  const over = (bound: number): Bitmap => ({
    data: differences.map((difference) => (difference >= bound + 2 * noise ? 255 : 0)),
    ...compared,
  });
  const strokes = withoutSpecks(over(doubtful), over(certain), leastPixels);
  if (!strokes.data.includes(255)) return undefined;
  const radius = Math.max(2, Math.round(Math.max(compared.width, compared.height) * margin));
  const closed = grown(grown(strokes, 2 * radius), -radius);
  return toMask(closed, size);
}

/** A bitmap as a PNG of the size: white and black, and nothing between. */
export async function toMask({ data, width, height }: Bitmap, size: Size): Promise<Buffer> {
  const scaled = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize({ ...size, fit: "fill", kernel: "linear" })
    .threshold(128)
    .toColourspace("b-w")
    .png()
    .toBuffer();
  return scaled;
}

/** As it is looked at, in pixels. */
export async function sizeOf(bytes: Buffer): Promise<Size> {
  const { autoOrient } = await open(bytes).metadata();
  return { width: autoOrient.width, height: autoOrient.height };
}

export function open(bytes: Buffer) {
  return sharp(bytes, { limitInputPixels: inputBounds.maxPixels, failOn: "none" });
}

/** The smaller of both and of what is compared at all, in the original's proportions. */
export function comparedSize(original: Size, other: Size): Size {
  const scale = Math.min(
    1,
    longestCompared / Math.max(original.width, original.height),
    other.width / original.width,
    other.height / original.height,
  );
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(original.width), height: side(original.height) };
}

/** Three bytes a pixel; transparency shows as a colour of its own, so that erasing is a difference too. */
async function softened(bytes: Buffer, size: Size): Promise<Uint8Array> {
  const flat = open(bytes)
    .autoOrient()
    .toColourspace("srgb")
    .flatten({ background: "#ff00ff" })
    .resize({ ...size, fit: "fill" });
  // A filter of three pixels needs so many.
  const soft = Math.min(size.width, size.height) >= 3 ? flat.blur(1) : flat;
  return soft.raw().toBuffer();
}

function differencesOf(before: Uint8Array, after: Uint8Array): Uint8Array {
  const differences = new Uint8Array(before.length / 3);
  for (let at = 0; at < differences.length; at += 1) {
    for (let channel = 3 * at; channel < 3 * at + 3; channel += 1) {
      const difference = Math.abs((before[channel] ?? 0) - (after[channel] ?? 0));
      if (difference > (differences[at] ?? 0)) differences[at] = difference;
    }
  }
  return differences;
}

/** What half of the pixels exceed: a shift of all colours, such as another profile makes. At most a bound's worth. */
function median(values: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  let rest = values.length / 2;
  const found = counts.findIndex((count) => (rest -= count) <= 0);
  return Math.min(found, doubtful);
}
