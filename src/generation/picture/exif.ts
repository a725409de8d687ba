import { MOST_TEXT_BYTES, readText } from "./bytes.ts";

/** What of a picture's Exif block concerns us (Exif 2.32; the infotext stands in UserComment, as piexif writes it). */
export interface Exif {
  comment?: string;
  /** 1 to 8; the pixels of 5 to 8 lie on their side. */
  orientation?: number;
  /** What ComfyUI puts into the fields of a camera's make and model, `prompt:{…}` and `workflow:{…}`, by its label. */
  labelled?: Map<string, string>;
}

interface Field {
  tag: number;
  type: number;
  count: number;
  /** Where its four bytes of value, or of the value's place, are. */
  at: number;
}

const ORIENTATION = 0x0112;
/** ImageDescription, Make, Model, Software. */
const TEXT_FIELDS: readonly number[] = [0x010e, 0x010f, 0x0110, 0x0131];
const ASCII_TYPE = 2;
const EXIF_FIELDS = 0x8769;
const USER_COMMENT = 0x9286;
const HEAD = "Exif\0\0";
const UNICODE = "UNICODE\0";
const ASCII = "ASCII\0\0\0";
/** Bytes of a block that hold no text, with or without the six letters that JPEG puts before it. */
export const EXIF_OVERHEAD = HEAD.length + 8 + 30 + 18 + UNICODE.length;

/** Takes the block with and without the six letters `Exif\0\0`. Whatever is malformed is absent. */
export function readExif(block: Buffer): Exif {
  const tiff = block.toString("latin1", 0, 6) === HEAD ? block.subarray(6) : block;
  const order = tiff.toString("latin1", 0, 2);
  if (tiff.length < 8 || (order !== "MM" && order !== "II")) return {};
  const numbers = {
    short: (at: number) => (order === "MM" ? tiff.readUInt16BE(at) : tiff.readUInt16LE(at)),
    long: (at: number) => (order === "MM" ? tiff.readUInt32BE(at) : tiff.readUInt32LE(at)),
  };
  const main = readFields(tiff, numbers.long(4), numbers);
  const turned = main.find(({ tag }) => tag === ORIENTATION);
  const inner = main.find(({ tag }) => tag === EXIF_FIELDS);
  const fields = inner ? readFields(tiff, numbers.long(inner.at), numbers) : [];
  const field = fields.find(({ tag }) => tag === USER_COMMENT);
  const from = field ? numbers.long(field.at) : 0;
  const comment = field && readComment(tiff.subarray(from, from + field.count));
  const orientation = turned && numbers.short(turned.at);
  const labelled = new Map(main.flatMap((text) => readLabelled(tiff, text, numbers.long)));
  return {
    ...(comment && { comment }),
    ...(orientation && orientation <= 8 && { orientation }),
    ...(labelled.size > 0 && { labelled }),
  };
}

/** A block of nothing but these two, big-endian like piexif's, without the letters `Exif\0\0`. */
export function toExif({ comment = "", orientation = 1 }: Exif): Buffer {
  const text = Buffer.from(comment, "utf16le").swap16();
  const head = Buffer.alloc(56);
  head.write("MM\0*\0\0\0\x08", "latin1");
  head.writeUInt16BE(2, 8);
  head.writeUInt16BE(ORIENTATION, 10);
  head.writeUInt16BE(3, 12);
  head.writeUInt32BE(1, 14);
  head.writeUInt16BE(orientation, 18);
  head.writeUInt16BE(EXIF_FIELDS, 22);
  head.writeUInt16BE(4, 24);
  head.writeUInt32BE(1, 26);
  head.writeUInt32BE(38, 30);
  head.writeUInt16BE(1, 38);
  head.writeUInt16BE(USER_COMMENT, 40);
  head.writeUInt16BE(7, 42);
  head.writeUInt32BE(UNICODE.length + text.length, 44);
  head.writeUInt32BE(head.length, 48);
  return Buffer.concat([head, Buffer.from(UNICODE, "latin1"), text]);
}

function readFields(
  tiff: Buffer,
  start: number,
  { short, long }: { short: (at: number) => number; long: (at: number) => number },
): Field[] {
  if (start + 2 > tiff.length) return [];
  const count = Math.min(short(start), Math.floor((tiff.length - start - 2) / 12));
  return Array.from({ length: count }, (_, index) => {
    const at = start + 2 + index * 12;
    return { tag: short(at), type: short(at + 2), count: long(at + 4), at: at + 8 };
  });
}

function readLabelled(
  tiff: Buffer,
  { tag, type, count, at }: Field,
  long: (at: number) => number,
): [label: string, text: string][] {
  if (!TEXT_FIELDS.includes(tag) || type !== ASCII_TYPE || count > MOST_TEXT_BYTES) return [];
  const text = readText(tiff.subarray(long(at), long(at) + count));
  const [, label, rest] = /^([a-z_]{1,32}):\s*(\{.*\})\0*$/s.exec(text) ?? [];
  return label === undefined || rest === undefined ? [] : [[label, rest]];
}

function readComment(bytes: Buffer): string {
  const head = bytes.toString("latin1", 0, 8);
  const body = bytes.subarray(8);
  const known = head === ASCII || head === "\0".repeat(8);
  const text = head === UNICODE ? readUtf16(body) : readText(known ? body : bytes);
  return text.slice(0, lastLetter(text) + 1);
}

/** Big-endian, as the webui has it whatever the block's own order, unless only the other order makes sense. */
function readUtf16(bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const little = even.toString("utf16le");
  const big = Buffer.from(even).swap16().toString("utf16le");
  const swapped =
    little.startsWith("\uFEFF") || (little.includes("Steps: ") && !big.includes("Steps: "));
  return (swapped ? little : big).replace(/^\uFEFF/, "");
}

/** Some writers pad a comment with zeros. */
function lastLetter(text: string): number {
  let last = text.length - 1;
  while (last >= 0 && text.charCodeAt(last) === 0) last -= 1;
  return last;
}
