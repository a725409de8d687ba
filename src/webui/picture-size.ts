import { sniffFormat } from "../generation/picture/format.ts";
import type { Size } from "../generation/size.ts";

/** Width and height as a picture's own header says, in pixels; undefined if it is none that a webui makes. */
export function readSize(bytes: Buffer): Size | undefined {
  const format = sniffFormat(bytes);
  if (format !== "png" && format !== "jpeg" && format !== "webp") return undefined;
  try {
    const size = { png: pngSize, jpeg: jpegSize, webp: webpSize }[format](bytes);
    return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // A header that ends too early: Buffer refuses to read beyond.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** PNG 1.2, 11.2.2: IHDR is the first chunk. */
function pngSize(bytes: Buffer): Size | undefined {
  if (bytes.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** ITU T.81, B.2.2: the first start-of-frame segment (C0 to CF but C4, C8 and CC). */
function jpegSize(bytes: Buffer): Size | undefined {
  let at = 2;
  while (bytes.readUInt8(at) === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    // Fill bytes stand before a marker; what has no length is one of them here.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** RFC 9649, section 2.5 to 2.7: lossy, lossless, extended. */
function webpSize(bytes: Buffer): Size | undefined {
  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8 ":
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case "VP8L": {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
