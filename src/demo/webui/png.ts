import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

const compress = promisify(deflate);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface Pixels {
  width: number;
  height: number;
  /** Three bytes a pixel. */
  rgb: Buffer;
}

function chunk(type: string, data: Buffer): Buffer {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, "latin1");
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}

/** `tEXt` where Latin-1 suffices, else `iTXt`. */
function textChunk(keyword: string, text: string): Buffer {
  const isLatin = Buffer.from(text, "latin1").toString("latin1") === text;
  return isLatin
    ? chunk("tEXt", Buffer.from(`${keyword}\0${text}`, "latin1"))
    : chunk("iTXt", Buffer.from(`${keyword}\0\0\0\0\0${text}`));
}

/** Raw UTF-8 in a `tEXt`, against the rule: stable-diffusion.cpp does so. */
function rawTextChunk(keyword: string, text: string): Buffer {
  return chunk("tEXt", Buffer.from(`${keyword}\0${text}`));
}

export async function toPng(
  { width, height, rgb }: Pixels,
  infotext: string | undefined,
  rawText = false,
): Promise<Buffer> {
  const stride = width * 3;
  const rows = Buffer.allocUnsafe((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    const to = y * (stride + 1);
    const from = y * stride;
    rows[to] = 1; // each byte less the one of the pixel before it
    for (let x = 0; x < 3; x++) rows[to + 1 + x] = rgb[from + x] ?? 0;
    for (let x = 3; x < stride; x++) rows[to + 1 + x] = rgb[from + x]! - rgb[from + x - 3]!;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const writeText = rawText ? rawTextChunk : textChunk;
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    ...(infotext === undefined ? [] : [writeText("parameters", infotext)]),
    chunk("IDAT", await compress(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The text chunks of a PNG by keyword; empty for anything else. */
export function readPngText(bytes: Buffer): Record<string, string> {
  const out: Record<string, string> = {};
  if (!bytes.subarray(0, 8).equals(signature)) return out;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    at += length + 12;
    const end = data.indexOf(0);
    const keyword = data.toString("latin1", 0, end);
    if (type === "tEXt") out[keyword] = data.toString("latin1", end + 1);
    if (type === "iTXt" && data[end + 1] === 0) {
      const language = data.indexOf(0, end + 3);
      out[keyword] = data.toString("utf8", data.indexOf(0, language + 1) + 1);
    }
  }
  return out;
}
