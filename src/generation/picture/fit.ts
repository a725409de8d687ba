import sharp, { type Sharp } from "sharp";
import { cutInfotext } from "../infotext.ts";
import { toBuffer } from "./bytes.ts";
import { type Format, sniffFormat } from "./format.ts";
import { readPictureText, withPictureText } from "./metadata.ts";
import { type Pixels, readPixels, sampleOf } from "./pixels.ts";
import { jpeg, largestScale, losslessWebp, png, type Size, type Way, webp } from "./ways.ts";

export interface FittedPicture {
  bytes: Buffer;
  format: Format;
  changed: boolean;
  /** Every pixel is as it was. */
  lossless: boolean;
}

/** How far an estimate may exceed the limit and the whole still be tried, because it would be without loss. */
const DOUBT = 1.15;
/** By how much the quality falls where a sample promised too much. */
const STEP = 2;
/** Below this side, in pixels, an animation gives way to its first frame. */
const LEAST_ANIMATION = 64;

/**
 * The picture in at most `maxBytes`, its infotext included: untouched if it fits; else without loss if that fits; else as
 * good as fits, scaled down only in the end. Holds from 10 KB on, below that as far as it goes. An infotext longer than a
 * quarter of the limit is cut. A picture with a colour profile or 16 bits a channel cannot be kept without loss.
 */
export async function fitPicture(bytes: Uint8Array, maxBytes: number): Promise<FittedPicture> {
  const input = toBuffer(bytes);
  const format = sniffFormat(input);
  if (!format) throw new TypeError("Only a picture can be made to fit.");
  if (input.length <= maxBytes) return { bytes: input, format, changed: false, lossless: true };
  const text = cutInfotext(readPictureText(input) ?? "", Math.floor(maxBytes / 4));
  const { pages = 1 } = await sharp(input).metadata();
  const moving = pages > 1 ? await fitAnimation(input, text, maxBytes) : undefined;
  return moving ?? (await fitStill(await readPixels(input), text, maxBytes));
}

async function fitStill(pixels: Pixels, text: string, maxBytes: number): Promise<FittedPicture> {
  const exact = pixels.exact ? [png, losslessWebp] : [];
  const opaque = pixels.channels % 2 === 1 ? [jpeg] : [];
  for (const way of [...exact, ...opaque, webp]) {
    if (largestScale(way, pixels) < 1) continue;
    const [least] = way.qualities;
    const best = await bestQuality(way, pixels, maxBytes);
    for (let quality = best; quality >= least; quality -= STEP) {
      const fitted = await encodeBy(way, pixels.open(), text, quality);
      if (fitted.bytes.length <= maxBytes) return fitted;
    }
  }
  const small = await shrink(pixels, () => pixels.open(), text, maxBytes, 1);
  return small ?? encodeBy(webp, pixels.open().resize(1, 1), text);
}

/** The best quality at which a sample says that the whole would fit; less than the least, where none does. */
async function bestQuality(way: Way, pixels: Pixels, maxBytes: number): Promise<number> {
  const sample = sampleOf(pixels);
  const bound = (maxBytes * (way.lossless ? DOUBT : 1) * sample.height) / pixels.height;
  let [low, high] = [way.qualities[0] - 1, way.qualities[1]];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const { length } = await way.encode(sample.open(), middle).toBuffer();
    if (length <= bound) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Nothing, where so many frames fit at no size. */
async function fitAnimation(input: Buffer, text: string, maxBytes: number) {
  const open = () => sharp(input, { animated: true });
  const { width, height, pageHeight = height } = await open().metadata();
  const least = Math.min(LEAST_ANIMATION, width, pageHeight);
  return shrink({ width, height: pageHeight }, open, text, maxBytes, least);
}

async function shrink(
  { width, height }: Size,
  open: () => Sharp,
  text: string,
  maxBytes: number,
  least: number,
): Promise<FittedPicture | undefined> {
  const longest = Math.max(width, height);
  for (let scale = largestScale(webp, { width, height }); scale * longest >= least;) {
    const size = { width: side(width * scale), height: side(height * scale) };
    const picture = scale < 1 ? open().resize({ ...size, fit: "fill" }) : open();
    const fitted = await encodeBy(webp, picture, text);
    if (fitted.bytes.length <= maxBytes) return fitted;
    scale *= Math.min(0.92, 0.95 * Math.sqrt(maxBytes / fitted.bytes.length));
  }
  return undefined;
}

async function encodeBy(
  { format, lossless, qualities, encode }: Way,
  picture: Sharp,
  text: string,
  quality: number = qualities[0],
): Promise<FittedPicture> {
  const bytes = withPictureText(await encode(picture, quality).toBuffer(), text);
  return { bytes, format, changed: true, lossless };
}

function side(length: number): number {
  return Math.max(1, Math.round(length));
}
