import type { Sharp } from "sharp";
import type { Pixels } from "./pixels.ts";

export type Size = Pick<Pixels, "width" | "height">;

/** One way to write a picture. */
export interface Way {
  format: "png" | "jpeg" | "webp";
  lossless: boolean;
  /** From the least bearable to the best that is worth its bytes; the same twice where there is none to choose. */
  qualities: readonly [number, number];
  encode: (picture: Sharp, quality: number) => Sharp;
}

/** The longest side a format can have, in pixels. */
const LONGEST = { png: 2 ** 31 - 1, jpeg: 65_500, webp: 16_383 } as const;
/**
 * Most pixels of a lossy WebP, whose first partition has 512 KiB for all of them: beyond, libwebp gives up. At effort 0 and 1
 * it gives up on 4096 by 4096 already.
 */
const MOST_WEBP_PIXELS = 2 ** 26;

export const png: Way = {
  format: "png",
  lossless: true,
  qualities: [100, 100],
  encode: (picture) => picture.png({ compressionLevel: 6, adaptiveFiltering: true }),
};
export const losslessWebp: Way = {
  format: "webp",
  lossless: true,
  qualities: [100, 100],
  encode: (picture) => picture.webp({ lossless: true, exact: true, effort: 2 }),
};
/** With colour at full resolution the better of the two down to about here, and several times as fast. */
export const jpeg: Way = {
  format: "jpeg",
  lossless: false,
  qualities: [70, 99],
  encode: (picture, quality) => picture.jpeg({ quality, chromaSubsampling: "4:4:4" }),
};
export const webp: Way = {
  format: "webp",
  lossless: false,
  qualities: [60, 97],
  encode: (picture, quality) => picture.webp({ quality, effort: 2 }),
};

/** By what a picture of this size must be scaled down, if at all, for this way to take it. */
export function largestScale({ format, lossless }: Way, { width, height }: Size): number {
  const most = format === "webp" && !lossless ? MOST_WEBP_PIXELS : Number.POSITIVE_INFINITY;
  const longest = LONGEST[format] / Math.max(width, height);
  return Math.min(1, longest, Math.sqrt(most / width / height));
}
