import sharp, { type Metadata } from "sharp";
import { toBuffer } from "./bytes.ts";
import { type Format, sniffFormat } from "./format.ts";

/** Why a file is not taken; the caller has the words for it. */
export type Refusal = "not a picture" | "too large" | "too many pixels" | "broken";

export interface Picture {
  bytes: Buffer;
  format: "png" | "jpeg" | "webp";
  /** In pixels, as the picture is looked at. */
  width: number;
  height: number;
}

/** The name libvips has for a format. */
const LOADERS = { png: "png", jpeg: "jpeg", webp: "webp", gif: "gif", avif: "heif" } as const;

/**
 * What a member uploads, made fit for a webui: the same bytes if they are an upright PNG, JPEG or WebP of one frame, else an
 * upright PNG of the first frame. The pixels are bounded by the header, before any is decoded; then all are, once, since a
 * webui answers 500 to a file that breaks off.
 */
export async function readPicture(
  bytes: Uint8Array,
  { maxBytes, maxPixels }: { maxBytes: number; maxPixels: number },
): Promise<Picture | { refused: Refusal }> {
  if (bytes.length > maxBytes) return { refused: "too large" };
  const format = sniffFormat(bytes);
  if (!format) return { refused: "not a picture" };
  const input = toBuffer(bytes);
  try {
    const header = await sharp(input, { limitInputPixels: false }).metadata();
    if (header.format !== LOADERS[format]) return { refused: "broken" };
    if (header.width * header.height > maxPixels) return { refused: "too many pixels" };
    return await decode(input, format, header);
  } catch {
    return { refused: "broken" };
  }
}

async function decode(input: Buffer, format: Format, header: Metadata): Promise<Picture> {
  // A limit of its own, should the header and the decoder ever disagree.
  const limitInputPixels = header.width * header.height;
  const picture = sharp(input, { limitInputPixels, failOn: "error" });
  const turned = header.orientation !== undefined && header.orientation > 1;
  const still = header.pages === undefined || header.pages === 1;
  if (format !== "gif" && format !== "avif" && still && !turned) {
    await picture.extractChannel(0).raw().toBuffer(); // One byte a pixel is enough to have decoded all.
    return { bytes: input, format, width: header.width, height: header.height };
  }
  const { data, info } = await picture.autoOrient().png().toBuffer({ resolveWithObject: true });
  return { bytes: data, format: "png", width: info.width, height: info.height };
}
