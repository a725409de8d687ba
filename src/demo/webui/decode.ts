import sharp from "sharp";
import { ApiError } from "./errors.ts";
import type { Pixels } from "./png.ts";
import type { World } from "./types.ts";

/** The bytes of an image field: base64, bare or as a data URL. Addresses are looked at, never fetched. */
export function imageBytes(encoded: unknown, { settings }: World): Buffer {
  if (typeof encoded !== "string") throw new ApiError(500, "Invalid encoded image");
  if (/^https?:\/\//.test(encoded)) {
    if (settings["api_enable_requests"] === false) throw new ApiError(500, "Requests not allowed");
    if (settings["api_forbid_local_requests"] !== false && isLocal(encoded))
      throw new ApiError(500, "Request to local resource not allowed");
    throw new ApiError(500, "Invalid image url");
  }
  let base64 = encoded;
  if (encoded.startsWith("data:image/")) {
    const parts = encoded.split(";");
    const data = parts[1]?.split(",")[1];
    if (data === undefined) throw new ApiError(500, "Invalid encoded image");
    base64 = data;
  }
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length === 0) throw new ApiError(500, "Invalid encoded image");
  return bytes;
}

function isLocal(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return (
    !host.includes(".") ||
    /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|0\.|\[)/.test(host) ||
    /\.(local|internal|lan)$/.test(host)
  );
}

export type Fit = "fill" | "cover" | "contain";

/** Any format, EXIF orientation applied, transparency on white. */
export async function decodePixels(
  bytes: Buffer,
  size?: { width: number; height: number; fit: Fit },
): Promise<Pixels> {
  try {
    let image = sharp(bytes).rotate().flatten({ background: "#ffffff" }).toColourspace("srgb");
    if (size) image = image.resize({ ...size, background: "#808080" });
    const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgb: toThree(data, info.channels) };
  } catch (error) {
    throw new ApiError(500, "Invalid encoded image", error);
  }
}

function toThree(data: Buffer, channels: number): Buffer {
  if (channels === 3) return data;
  const out = Buffer.alloc((data.length / channels) * 3);
  for (let i = 0, at = 0; at < out.length; i += channels, at += 3)
    out.fill(data[i] ?? 0, at, at + 3);
  return out;
}

/** One byte a pixel: how white the mask is there. */
export async function decodeMask(
  bytes: Buffer,
  width: number,
  height: number,
  { blur, inverted, fit }: { blur: number; inverted: boolean; fit: Fit },
): Promise<Buffer> {
  try {
    let image = sharp(bytes)
      .rotate()
      .flatten({ background: "#000000" })
      .toColourspace("b-w")
      .resize({ width, height, fit, background: "#000000" });
    if (inverted) image = image.negate();
    if (blur > 0.3) image = image.blur(Math.min(blur, 100));
    const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
    return info.channels === 1 ? data : Buffer.from(data.filter((_, i) => i % info.channels === 0));
  } catch (error) {
    throw new ApiError(500, "Invalid encoded image", error);
  }
}
