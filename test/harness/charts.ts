import sharp from "sharp";

/** Pixels of a colour in each of so many parts of equal width, from left to right. */
export async function coloured(png: Buffer, color: string, parts: number): Promise<number[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const wanted = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const counts = Array.from({ length: parts }, () => 0);
  for (let at = 0; at < data.length; at += 3) {
    if (wanted.some((value, index) => data[at + index] !== value)) continue;
    const part = Math.floor((((at / 3) % info.width) * parts) / info.width);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}
