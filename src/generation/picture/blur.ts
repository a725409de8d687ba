import sharp from "sharp";

/** The longer side of what is left, and how far each of its points runs. Pixels. */
const [side, sigma] = [320, 10];

/** Enough of a picture to guess what it is, and no more; without its metadata. */
export function blur(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { failOn: "none" })
    .resize({ width: side, height: side, fit: "inside" })
    .blur(sigma)
    .webp({ quality: 60 })
    .toBuffer();
}
