import sharp from "sharp";

/**
 * Pixels of the longer side: enough to see where it goes, small enough to be sent every few seconds. Most webuis give an
 * eighth of the picture's own size, which Discord would show as a stamp.
 */
const side = 384;

/** A small WebP of a picture that is still being drawn; undefined where it cannot be read. */
export async function toPreview(bytes: Buffer): Promise<Buffer | undefined> {
  try {
    return await sharp(bytes, { limitInputPixels: 64_000_000 })
      .resize(side, side, { fit: "inside" })
      .webp({ quality: 70 })
      .toBuffer();
  } catch {
    return undefined;
  }
}
