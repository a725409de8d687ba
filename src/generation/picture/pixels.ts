import sharp, { type Sharp } from "sharp";

/** A picture decoded, upright, 8 bits a channel: encoding it many ways costs one decoding. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
  /** 1 and 3 without, 2 and 4 with transparency. */
  channels: 1 | 2 | 3 | 4;
  /** Decoding changed nothing: no profile was applied, no bit and no frame dropped. */
  exact: boolean;
  open: () => Sharp;
}

const BAND_ROWS = 32;
/** A sample has about this many pixels, or a sixteenth of a larger picture. */
const SAMPLE_PIXELS = 2 ** 18;
const MOST_BANDS_APART = 16;

export async function readPixels(bytes: Buffer): Promise<Pixels> {
  const picture = sharp(bytes, { failOn: "none" });
  const { depth, space, hasProfile, pages = 1 } = await picture.metadata();
  const plain = depth === "uchar" && (space === "srgb" || space === "b-w");
  const exact = plain && !hasProfile && pages === 1;
  const raw = picture
    .autoOrient()
    .toColourspace(space === "b-w" ? "b-w" : "srgb")
    .raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  return toPixels(data, info, exact);
}

/** Bands of rows from all over the picture, one below the other: what it compresses to, so does the whole, nearly. */
export function sampleOf({ data, width, height, channels, exact }: Pixels): Pixels {
  const apart = Math.ceil(Math.min(MOST_BANDS_APART, (width * height) / SAMPLE_PIXELS));
  const bandBytes = width * channels * BAND_ROWS;
  const count = Math.max(1, Math.floor(height / BAND_ROWS / apart));
  const last = Math.max(0, data.length - bandBytes);
  const bands = Array.from({ length: count }, (_, index) => {
    const from = Math.min(last, Math.floor((index + 0.5) * apart) * bandBytes);
    return data.subarray(from, from + bandBytes);
  });
  const sample = Buffer.concat(bands);
  return toPixels(sample, { width, height: sample.length / width / channels, channels }, exact);
}

function toPixels(
  data: Buffer,
  { width, height, channels }: Pick<Pixels, "width" | "height" | "channels">,
  exact: boolean,
): Pixels {
  const raw = { width, height, channels };
  return { data, ...raw, exact, open: () => sharp(data, { raw }) };
}
