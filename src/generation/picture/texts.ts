import type { PictureTexts } from "../foreign/data.ts";
import { toBuffer } from "./bytes.ts";
import type { Exif } from "./exif.ts";
import { sniffFormat } from "./format.ts";
import { readJpegMetadata, readJpegText } from "./jpeg-segments.ts";
import { readPngTexts } from "./text-chunks.ts";
import { readWebpMetadata, readWebpText } from "./webp-chunks.ts";
import { readXmpComment } from "./xmp.ts";

/**
 * Every text that a program may have left in a picture: a PNG's chunks by their keywords; `UserComment` from Exif,
 * `xmp:UserComment` from XMP; `prompt` and `workflow`, which ComfyUI puts into other fields of Exif; and `parameters`, where
 * stable-diffusion.cpp leaves them in a JPEG and a WebP. Never throws; 1 MiB of each text, and 4 MiB of all, at most.
 */
export function readPictureTexts(bytes: Uint8Array): PictureTexts {
  const picture = toBuffer(bytes);
  const format = sniffFormat(picture);
  if (format === "png") {
    const { texts, exif } = readPngTexts(picture);
    return withMetadata(texts, exif, texts.get("XML:com.adobe.xmp"));
  }
  if (format !== "jpeg" && format !== "webp") return new Map();
  const { exif, xml } = format === "jpeg" ? readJpegMetadata(picture) : readWebpMetadata(picture);
  const own = format === "jpeg" ? readJpegText(picture) : readWebpText(picture);
  const parameters = own === exif.comment ? undefined : own;
  return withMetadata(new Map(parameters ? [["parameters", parameters]] : []), exif, xml);
}

function withMetadata(texts: Map<string, string>, exif: Exif, xml: string | undefined) {
  const { comment, labelled = [] } = exif;
  const xmpComment = xml === undefined ? undefined : readXmpComment(xml);
  const found: [key: string, text: string | undefined][] = [
    ...labelled,
    ["UserComment", comment],
    ["xmp:UserComment", xmpComment],
  ];
  for (const [key, text] of found) if (text && !texts.has(key)) texts.set(key, text);
  return texts;
}
