import { MOST_TEXT_BYTES, readText } from "./bytes.ts";
import { type Exif, readExif, toExif } from "./exif.ts";
import { readElement } from "./xmp.ts";

interface Chunk {
  type: string;
  data: Buffer;
}

/** Flags in the first byte of `VP8X` (WebP container specification, "Extended File Format"). */
const ALPHA = 0x10;
const EXIF = 0x08;
const XMP = 0x04;
/** stable-diffusion.cpp keeps its infotext in XMP. */
const XMP_TEXT = "sdcpp:parameters";

/** The text in a WebP's Exif UserComment, else in stable-diffusion.cpp's XMP. */
export function readWebpText(webp: Buffer): string | undefined {
  const found = readChunks(webp);
  const exif = found.find(({ type }) => type === "EXIF");
  const comment = exif && exif.data.length <= 4 * MOST_TEXT_BYTES && readExif(exif.data).comment;
  return comment || found.map(readXmp).find(Boolean);
}

/** A WebP's Exif and XMP. */
export function readWebpMetadata(webp: Buffer): { exif: Exif; xml: string | undefined } {
  const found = readChunks(webp);
  const exif = found.find(({ type }) => type === "EXIF");
  const small = exif && exif.data.length <= 4 * MOST_TEXT_BYTES;
  return { exif: small ? readExif(exif.data) : {}, xml: found.map(toXml).find(Boolean) };
}

/** The WebP with this text in place of the one it has; an empty text only takes that away. Orientation stays. */
export function withWebpText(webp: Buffer, text: string): Buffer {
  const found = readChunks(webp);
  const old = found.find(({ type }) => type === "EXIF");
  const orientation = old && readExif(old.data).orientation;
  const others = found.filter((chunk) => chunk.type !== "EXIF" && !readXmp(chunk));
  const head = others[0] && toHeader(others[0]);
  if (!head) return webp;
  const needed = text !== "" || orientation !== undefined;
  const exif = toExif({ comment: text, ...(orientation && { orientation }) });
  const hasXmp = others.some(({ type }) => type === "XMP ");
  const flags = head.readUInt8() & ~(EXIF | XMP);
  head.writeUInt8(flags | (needed ? EXIF : 0) | (hasXmp ? XMP : 0));
  const pixels = others.filter(({ type }) => type !== "VP8X" && type !== "XMP ");
  return toRiff([
    { type: "VP8X", data: head },
    ...pixels,
    ...(needed ? [{ type: "EXIF", data: exif }] : []),
    ...others.filter(({ type }) => type === "XMP "),
  ]);
}

function readChunks(webp: Buffer): Chunk[] {
  const found: Chunk[] = [];
  for (let at = 12; at + 8 <= webp.length;) {
    const end = at + 8 + webp.readUInt32LE(at + 4);
    if (end > webp.length) break;
    found.push({ type: webp.toString("latin1", at, at + 4), data: webp.subarray(at + 8, end) });
    at = end + (end % 2);
  }
  return found;
}

function readXmp(chunk: Chunk): string | undefined {
  const xml = toXml(chunk);
  return xml === undefined ? undefined : readElement(xml, XMP_TEXT);
}

function toXml({ type, data }: Chunk): string | undefined {
  return type === "XMP " && data.length <= MOST_TEXT_BYTES ? readText(data) : undefined;
}

/** The content of `VP8X`: as it is there, or made from the first bytes of the pixels; nothing if these are unknown. */
function toHeader({ type, data }: Chunk): Buffer | undefined {
  if (type === "VP8X" && data.length >= 10) return Buffer.from(data);
  const head = Buffer.alloc(10);
  if (type === "VP8 " && data.length >= 10) {
    const [width, height] = [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff];
    // Sides are kept less one there; a picture without pixels has none to keep.
    if (width === 0 || height === 0) return undefined;
    head.writeUIntLE(width - 1, 4, 3);
    head.writeUIntLE(height - 1, 7, 3);
    return head;
  }
  if (type !== "VP8L" || data.length < 5) return undefined;
  const bits = data.readUInt32LE(1);
  head.writeUInt8((bits >>> 28) & 1 ? ALPHA : 0);
  head.writeUIntLE(bits & 0x3fff, 4, 3);
  head.writeUIntLE((bits >>> 14) & 0x3fff, 7, 3);
  return head;
}

/** Every chunk begins at an even place; the padding does not count into its length. */
function toRiff(list: Chunk[]): Buffer {
  const parts = list.flatMap(({ type, data }) => {
    const head = Buffer.alloc(8);
    head.write(type, "latin1");
    head.writeUInt32LE(data.length, 4);
    return [head, data, Buffer.alloc(data.length % 2)];
  });
  const body = Buffer.concat([Buffer.from("WEBP", "latin1"), ...parts]);
  const head = Buffer.alloc(8);
  head.write("RIFF", "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
