import sharp from "sharp";

/** No drawing compresses that well: whatever is larger need not be looked at. Pixels a byte. */
const pixelsPerByte = 25;

/** Whether a picture has one colour only. A webui's safety filter, and a VAE that overflows, leave it wholly black. */
export async function isEmpty(
  bytes: Buffer,
  { width, height, textBytes }: { width: number; height: number; textBytes: number },
): Promise<boolean> {
  if (bytes.length - textBytes > 2_000 + (width * height) / pixelsPerByte) return false;
  const { channels } = await sharp(bytes, { failOn: "none" }).stats();
  return channels.every(({ min, max }) => min === max);
}
