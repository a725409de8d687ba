import { crc32, inflateSync } from "node:zlib";
import { MOST_TEXT_BYTES, readText } from "./bytes.ts";
import { type Exif, readExif } from "./exif.ts";

/** The keyword under which every webui keeps the infotext. */
const KEYWORD = "parameters";
const HEAD = `${KEYWORD}\0`;
/** PNG specification, 11.3.3.1. */
const LONGEST_KEYWORD = 79;
/** Texts of one picture that are read at most, and their bytes together: a chunk that unpacks costs time. */
const MOST_TEXTS = 64;
const MOST_BYTES_TOGETHER = 4 * MOST_TEXT_BYTES;

interface Chunk {
  type: string;
  data: Buffer;
  /** From its length to its checksum. */
  whole: Buffer;
}

/** The text of a PNG's first readable chunk `parameters`: tEXt, zTXt or iTXt (PNG specification, third edition, 11.3.3). */
export function readPngText(png: Buffer): string | undefined {
  for (const chunk of chunks(png)) {
    const text = isText(chunk) ? readChunk(chunk, HEAD.length) : undefined;
    if (text) return text;
  }
  return undefined;
}

/** Every text of a PNG by its keyword, the first readable of each; and its Exif block (PNG specification, 11.3.3, 11.3.4.5). */
export function readPngTexts(png: Buffer): { texts: Map<string, string>; exif: Exif } {
  const texts = new Map<string, string>();
  let exif: Exif = {};
  let [read, bytes] = [0, 0];
  for (const chunk of chunks(png)) {
    if (chunk.type === "eXIf" && chunk.data.length <= MOST_BYTES_TOGETHER)
      exif = readExif(chunk.data);
    const length = TEXT_TYPES.includes(chunk.type) ? chunk.data.indexOf(0) : -1;
    if (length < 1 || length > LONGEST_KEYWORD) continue;
    if (read >= MOST_TEXTS || bytes > MOST_BYTES_TOGETHER) break;
    const keyword = chunk.data.toString("latin1", 0, length);
    const text = readChunk(chunk, length + 1);
    read += 1;
    bytes += text?.length ?? MOST_TEXT_BYTES;
    if (text && !texts.has(keyword)) texts.set(keyword, text);
  }
  return { texts, exif };
}

/** The PNG with this text in place of the one it has; an empty text only takes that away. */
export function withPngText(png: Buffer, text: string): Buffer {
  const [header, ...others] = chunks(png);
  if (header?.type !== "IHDR") return png;
  const end = [header, ...others].reduce((sum, { whole }) => sum + whole.length, 8);
  const kept = others.filter((chunk) => !isText(chunk)).map(({ whole }) => whole);
  const added = text ? [toChunk(text)] : [];
  return Buffer.concat([png.subarray(0, 8), header.whole, ...added, ...kept, png.subarray(end)]);
}

/** The whole chunks of a PNG, checksums unchecked, up to its end or to the first that is cut off. */
function* chunks(png: Buffer): Generator<Chunk> {
  for (let at = 8; at + 12 <= png.length;) {
    const end = at + 12 + png.readUInt32BE(at);
    if (end > png.length) return;
    const type = png.toString("latin1", at + 4, at + 8);
    yield { type, data: png.subarray(at + 8, end - 4), whole: png.subarray(at, end) };
    at = end;
  }
}

const TEXT_TYPES: readonly string[] = ["tEXt", "zTXt", "iTXt"];

function isText({ type, data }: Chunk): boolean {
  return TEXT_TYPES.includes(type) && data.toString("latin1", 0, HEAD.length) === HEAD;
}

/** `head`: the bytes of the keyword and the zero behind it. */
function readChunk({ type, data }: Chunk, head: number): string | undefined {
  const body = data.subarray(head);
  if (body.length > MOST_TEXT_BYTES) return undefined;
  if (type === "tEXt") return readText(body);
  if (type === "zTXt") return inflated(body.subarray(1));
  const language = body.indexOf(0, 2);
  const translated = language < 0 ? -1 : body.indexOf(0, language + 1);
  if (translated < 0) return undefined;
  const text = body.subarray(translated + 1);
  return body[0] === 1 ? inflated(text) : readText(text);
}

/** Nothing, where the bytes are no zlib stream or unpack to more than a prompt needs. */
function inflated(bytes: Buffer): string | undefined {
  try {
    return readText(inflateSync(bytes, { maxOutputLength: MOST_TEXT_BYTES }));
  } catch {
    return undefined;
  }
}

/** tEXt where Latin-1 holds the text and cannot be taken for UTF-8, as in `Ã©`; else iTXt. */
function toChunk(text: string): Buffer {
  const latin1 = Buffer.from(text, "latin1");
  if (latin1.toString("latin1") === text && readText(latin1) === text) {
    return framed(`tEXt${HEAD}`, latin1);
  }
  return framed(`iTXt${HEAD}\0\0\0\0`, Buffer.from(text));
}

function framed(head: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(head, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
