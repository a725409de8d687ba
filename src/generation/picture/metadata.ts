import { cutInfotext } from "../infotext.ts";
import { MOST_TEXT_BYTES, toBuffer } from "./bytes.ts";
import { sniffFormat } from "./format.ts";
import { MOST_JPEG_TEXT, readJpegText, withJpegText } from "./jpeg-segments.ts";
import { readPngText, withPngText } from "./text-chunks.ts";
import { readWebpText, withWebpText } from "./webp-chunks.ts";

/** A UTF-16 unit takes at most three bytes of UTF-8. */
const MOST_TEXT = Math.floor(MOST_TEXT_BYTES / 3);

/** The infotext a webui left in a picture. Never throws: what cannot be read, and any GIF or AVIF, has none. */
export function readPictureText(bytes: Uint8Array): string | undefined {
  const picture = toBuffer(bytes);
  const format = sniffFormat(picture);
  if (format === "png") return readPngText(picture);
  if (format === "jpeg") return readJpegText(picture);
  return format === "webp" ? readWebpText(picture) : undefined;
}

/**
 * The picture with this infotext where the webui would put it, in place of the one it has; "" takes that away. Cut to the
 * 32 Ki units a JPEG has room for, 340 Ki elsewhere. Zeros, which PNG forbids, are dropped; a GIF, an AVIF or a file that
 * cannot be read comes back as it is.
 */
export function withPictureText(bytes: Uint8Array, infotext: string): Buffer {
  const picture = toBuffer(bytes);
  const format = sniffFormat(picture);
  const text = infotext.replaceAll("\0", "").toWellFormed();
  if (format === "png") return withPngText(picture, cutInfotext(text, MOST_TEXT));
  if (format === "jpeg") return withJpegText(picture, cutInfotext(text, MOST_JPEG_TEXT));
  return format === "webp" ? withWebpText(picture, cutInfotext(text, MOST_TEXT)) : picture;
}
