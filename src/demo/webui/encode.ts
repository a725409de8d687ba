import { toText } from "./json.ts";
import sharp from "sharp";
import { withJpegComment, withWebpComment } from "./exif.ts";
import { toPng, type Pixels } from "./png.ts";
import type { World } from "./types.ts";

/** A picture in the format the server is set to, with its infotext unless `enable_pnginfo` is off. */
export async function encodePicture(
  { settings }: World,
  pixels: Pixels,
  infotext: string | undefined,
): Promise<Buffer> {
  const text = settings["enable_pnginfo"] === false ? undefined : infotext;
  const quality = Number(settings["jpeg_quality"] ?? 80);
  const lossless = settings["webp_lossless"] === true;
  return encodePixels(pixels, toText(settings["samples_format"], "png"), text, quality, lossless);
}

export async function encodePixels(
  pixels: Pixels,
  format: string,
  infotext: string | undefined,
  quality = 80,
  lossless = false,
): Promise<Buffer> {
  if (!/^(jpe?g|webp)$/.test(format)) return toPng(pixels, infotext);
  const { width, height, rgb } = pixels;
  const image = sharp(rgb, { raw: { width, height, channels: 3 } });
  if (format === "webp") {
    const webp = await image.webp({ quality, lossless, effort: 0 }).toBuffer();
    return withWebpComment(webp, pixels, infotext ?? "");
  }
  return withJpegComment(await image.jpeg({ quality }).toBuffer(), infotext ?? "");
}
