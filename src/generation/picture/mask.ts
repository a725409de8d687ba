import type { Size } from "../size.ts";
import { comparedSize, open, scribbleMask, sizeOf, toMask } from "./scribble.ts";

/** Half-way between black and white, opaque and transparent. */
const half = 128;
/** How far from black or white a pixel may be and still be taken for it; JPEG rings around edges. */
const near = 40;
/** Share of a mask's pixels that must be near black or white; the rest are its soft edges. */
const leastExtreme = 0.97;
/** How much the proportions of a mask may differ from the picture's. */
const leastAlike = 0.97;
/** Share of pixels that must be transparent, or opaque, for transparency to mean something. */
const leastShare = 0.0005;
/** Mean difference of colours, of 255, up to which what is left of a picture is still that picture. */
const sameColours = 24;

/** Whether a mask of this size can be one of that picture, or a copy of it. */
export function isAlike(picture: Size, mask: Size): boolean {
  const ratio = (picture.width * mask.height) / (picture.height * mask.width);
  return Math.min(ratio, 1 / ratio) >= leastAlike;
}

/**
 * What of a picture is to be repainted, by whatever somebody gave for it; a PNG of the original's size, white = repaint.
 * A file in black and white is a mask as it is, unless the picture itself is in black and white. Of a file with
 * transparent parts those are meant, if the rest is the picture (somebody erased them); else the opaque ones (somebody
 * painted on a layer of their own). Anything else is the picture painted over. Nothing if nothing is to be repainted.
 */
export async function readMask(original: Buffer, given: Buffer): Promise<Buffer | undefined> {
  const [size, other] = await Promise.all([sizeOf(original), sizeOf(given)]);
  const compared = comparedSize(size, other);
  const pixelsOf = (bytes: Buffer) =>
    open(bytes)
      .autoOrient()
      .toColourspace("srgb")
      .ensureAlpha()
      .resize({ ...compared, fit: "fill" })
      .raw()
      .toBuffer();
  const [before, after] = await Promise.all([pixelsOf(original), pixelsOf(given)]);
  const alpha = after.filter((_, index) => index % 4 === 3);
  const opaque = alpha.reduce((sum, value) => sum + (value >= half ? 1 : 0), 0) / alpha.length;
  if (opaque >= leastShare && opaque <= 1 - leastShare) {
    const erased = isSame(before, after);
    return toMask({ data: alpha.map((a) => (a >= half === erased ? 0 : 255)), ...compared }, size);
  }
  if (isBlackAndWhite(after) && !isBlackAndWhite(before)) {
    const white = after.some((value, index) => index % 4 === 0 && value >= half);
    return white ? asMask(given, size) : undefined;
  }
  return scribbleMask(original, given);
}

function asMask(given: Buffer, size: Size): Promise<Buffer> {
  return open(given)
    .autoOrient()
    .flatten({ background: "#000000" })
    .resize({ ...size, fit: "fill", kernel: "linear" })
    .toColourspace("b-w")
    .png()
    .toBuffer();
}

/** Whether the opaque pixels of the second show the first. */
function isSame(before: Uint8Array, after: Uint8Array): boolean {
  let [sum, count] = [0, 0];
  for (let at = 0; at < after.length; at += 4) {
    if ((after[at + 3] ?? 0) < half) continue;
    for (let channel = at; channel < at + 3; channel += 1) {
      sum += Math.abs((before[channel] ?? 0) - (after[channel] ?? 0));
    }
    count += 3;
  }
  return sum / count <= sameColours;
}

function isBlackAndWhite(pixels: Uint8Array): boolean {
  let extreme = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const colours = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
    const [least, most] = [Math.min(...colours), Math.max(...colours)];
    if (most <= near || least >= 255 - near) extreme += 1;
    else if (most - least > near) return false;
  }
  return extreme / (pixels.length / 4) >= leastExtreme;
}
