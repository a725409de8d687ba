import { MOST_TEXT_BYTES, readText } from "./bytes.ts";
import { type Exif, EXIF_OVERHEAD, readExif, toExif } from "./exif.ts";

interface Segment {
  marker: number;
  data: Buffer;
  end: number;
  /** From its marker to its end. */
  whole: Buffer;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP0 = 0xe0;
const APP1 = 0xe1;
const COMMENT = 0xfe;
const EXIF = "Exif\0\0";
/** XMP specification, part 3, 1.1.3. */
const XMP = "http://ns.adobe.com/xap/1.0/\0";
/** How stable-diffusion.cpp begins its comment. */
const PARAMETERS = "parameters\0";
/** Most UTF-16 units of text in a segment, whose length has two bytes that count themselves. */
export const MOST_JPEG_TEXT = Math.floor((0xffff - 2 - EXIF_OVERHEAD) / 2);

/** The text in a JPEG's Exif UserComment, else in the comment that stable-diffusion.cpp writes. */
export function readJpegText(jpeg: Buffer): string | undefined {
  const found = [...segments(jpeg)];
  const comment = readJpegExif(found).comment;
  if (comment) return comment;
  const data = found.find(isParameters)?.data.subarray(PARAMETERS.length);
  return data && readText(data).replace(/\0$/, "").slice(0, MOST_TEXT_BYTES);
}

/** A JPEG's Exif and XMP. */
export function readJpegMetadata(jpeg: Buffer): { exif: Exif; xml: string | undefined } {
  const found = [...segments(jpeg)];
  const xmp = found.find(
    ({ marker, data }) => marker === APP1 && data.toString("latin1", 0, XMP.length) === XMP,
  );
  const xml = xmp && readText(xmp.data.subarray(XMP.length));
  return { exif: readJpegExif(found), xml };
}

/**
 * The JPEG with this text in place of the one it has; an empty text only takes that away. Of an Exif block that was there
 * the orientation stays; place, camera and thumbnail go.
 */
export function withJpegText(jpeg: Buffer, text: string): Buffer {
  const found = [...segments(jpeg)];
  const { orientation } = readJpegExif(found);
  const others = found.filter((segment) => !isExif(segment) && !isParameters(segment));
  const first = others.findIndex(({ marker }) => marker !== APP0);
  const at = first < 0 ? others.length : first;
  const wholes = others.map(({ whole }) => whole);
  const needed = text !== "" || orientation !== undefined;
  const exif = needed ? [toSegment({ comment: text, ...(orientation && { orientation }) })] : [];
  const rest = jpeg.subarray(found.at(-1)?.end ?? 2);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    ...wholes.slice(0, at),
    ...exif,
    ...wholes.slice(at),
    rest,
  ]);
}

/** The whole segments before the pixels (ITU T.81, B.1.1.4). */
function* segments(jpeg: Buffer): Generator<Segment> {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff;) {
    const marker = jpeg.readUInt8(at + 1);
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return;
    if (marker === 0xff) {
      at += 1; // A fill byte.
      continue;
    }
    if (end < at + 4 || end > jpeg.length) return;
    yield { marker, data: jpeg.subarray(at + 4, end), end, whole: jpeg.subarray(at, end) };
    at = end;
  }
}

function isExif({ marker, data }: Segment): boolean {
  return marker === APP1 && data.toString("latin1", 0, EXIF.length) === EXIF;
}

function isParameters({ marker, data }: Segment): boolean {
  return marker === COMMENT && data.toString("latin1", 0, PARAMETERS.length) === PARAMETERS;
}

function readJpegExif(found: Segment[]): Exif {
  const segment = found.find(isExif);
  return segment ? readExif(segment.data) : {};
}

function toSegment(exif: Exif): Buffer {
  const block = toExif(exif);
  const head = Buffer.alloc(4);
  head.writeUInt8(0xff);
  head.writeUInt8(APP1, 1);
  head.writeUInt16BE(2 + EXIF.length + block.length, 2);
  return Buffer.concat([head, Buffer.from(EXIF, "latin1"), block]);
}
