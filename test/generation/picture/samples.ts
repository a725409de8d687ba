import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/**
 * A picture as a webui draws them: soft shapes with a hard edge here and there, and as much noise (0 to 255) as asked
 * in the colours.
 */
export function draw(width: number, height: number, noise = 0, channels: 3 | 4 = 3): Sharp {
  const across = Array.from({ length: width }, (_, x) => Math.sin(x / 37) * 90);
  const data = Buffer.alloc(width * height * channels);
  let state = 1;
  for (let y = 0, at = 0; y < height; y += 1) {
    const down = Math.cos(y / 53);
    for (const wave of across) {
      for (let channel = 0; channel < channels; channel += 1, at += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
        const shape = 128 + wave * down + (wave > 60 ? channel * 30 : -channel * 10);
        const spread = channel === 3 ? 0 : noise / 255;
        data[at] = Math.max(0, Math.min(255, shape + (state >> 24) * spread));
      }
    }
  }
  return sharp(data, { raw: { width, height, channels } });
}

/** Whether both show the same to the last bit; `toEqual` would look at a million numbers one by one, for seconds. */
export async function haveSamePixels(one: Uint8Array, other: Uint8Array): Promise<boolean> {
  return (await pixelsOf(one)).equals(await pixelsOf(other));
}

async function pixelsOf(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes).ensureAlpha().raw().toBuffer();
}

export function pngChunk(type: string, data: Uint8Array | string): Buffer {
  const content = typeof data === "string" ? Buffer.from(data, "latin1") : data;
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A grey PNG with a header of one's own choice and so many rows of black in it. */
export function handmadePng(width: number, height: number, rows: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(Buffer.alloc((width + 1) * rows))),
    pngChunk("IEND", ""),
  ]);
}

/** The PNG with one more chunk behind its header. */
export function withChunk(png: Buffer, type: string, data: Uint8Array | string): Buffer {
  return Buffer.concat([png.subarray(0, 33), pngChunk(type, data), png.subarray(33)]);
}

export function joined(...parts: (Uint8Array | string)[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)),
  );
}
