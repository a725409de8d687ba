import { sniffFormat } from "../generation/picture/format.ts";

/** An answer of the API taken apart: the base64 of its images, and the JSON around them. */
export type SplitAnswer = { images: Buffer[]; rest: string };

const begins = /^\s*\{\s*"images"\s*:\s*\[/;
const [quote, comma, bracket, backslash] = [0x22, 0x2c, 0x5d, 0x5c];

/**
 * Cuts the images out of an answer without making megabytes of text of it: JSON.parse would hold four times its
 * size in memory. Undefined where the answer is not of the usual shape (images first, nothing escaped in them);
 * then JSON.parse has to do.
 */
export function splitAnswer(bytes: Buffer): SplitAnswer | undefined {
  const head = begins.exec(bytes.subarray(0, 64).toString("latin1"))?.[0];
  if (head === undefined) return undefined;
  const images: Buffer[] = [];
  let at = skipBlanks(bytes, head.length);
  while (bytes[at] === quote) {
    const end = bytes.indexOf(quote, at + 1);
    if (end === -1) return undefined;
    const image = bytes.subarray(at + 1, end);
    if (image.includes(backslash)) return undefined;
    images.push(image);
    at = skipBlanks(bytes, end + 1);
    if (bytes[at] !== comma) break;
    at = skipBlanks(bytes, at + 1);
    if (bytes[at] !== quote) return undefined;
  }
  if (bytes[at] !== bracket) return undefined;
  return { images, rest: `{"images":[${bytes.subarray(at).toString("utf8")}` };
}

function skipBlanks(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09)
    at += 1;
  return at;
}

/** Enough characters of base64 for the first bytes of any picture. */
const firstImage = /^\s*\{\s*"images"\s*:\s*\[\s*"(?:data:[^",]{1,40},)?([A-Za-z0-9+/]{64})/;

/** True when an answer surely begins with a picture; false says nothing. */
export function showsPicture([head]: readonly Buffer[]): boolean {
  const begins = firstImage.exec(head?.subarray(0, 200).toString("latin1") ?? "")?.[1];
  return begins !== undefined && sniffFormat(Buffer.from(begins, "base64")) !== undefined;
}

/** Characters of base64 that are decoded at a time; a multiple of four. */
const sliceLength = 64 * 1024;

/** The bytes of an image, from base64 with or without `data:` before it. */
export function decodeImage(text: string | Buffer): Buffer {
  if (typeof text === "string") return Buffer.from(text.replace(/^data:[^,]*,/, ""), "base64");
  const isData = text.subarray(0, 5).toString("latin1") === "data:";
  const base64 = isData ? text.subarray(text.indexOf(comma) + 1) : text;
  // In slices, so that no text of megabytes is made of it. A webui breaks no lines in it.
  const bytes = Buffer.allocUnsafeSlow(Math.ceil((base64.length * 3) / 4));
  let length = 0;
  for (let at = 0; at < base64.length; at += sliceLength) {
    length += bytes.write(base64.toString("latin1", at, at + sliceLength), length, "base64");
  }
  return bytes.subarray(0, length);
}
