const unicodeHead = Buffer.from("UNICODE\0", "latin1");

/** A TIFF block that holds nothing but the UserComment: `UNICODE\0` and UTF-16BE. */
function userCommentBlock(text: string): Buffer {
  const words = Buffer.from(text, "utf16le").swap16();
  const comment = Buffer.concat([unicodeHead, words]);
  const head = Buffer.alloc(44);
  head.write("MM\0*", 0, "latin1");
  head.writeUInt32BE(8, 4);
  head.writeUInt16BE(1, 8);
  head.writeUInt16BE(0x8769, 10); // where the Exif entries are
  head.writeUInt16BE(4, 12);
  head.writeUInt32BE(1, 14);
  head.writeUInt32BE(26, 18);
  head.writeUInt16BE(1, 26);
  head.writeUInt16BE(0x9286, 28); // UserComment
  head.writeUInt16BE(7, 30);
  head.writeUInt32BE(comment.length, 32);
  head.writeUInt32BE(44, 36);
  return Buffer.concat([head, comment]);
}

/** Puts the infotext into a JPEG. What does not fit its 64 KB segment is left out. */
export function withJpegComment(jpeg: Buffer, text: string): Buffer {
  const data = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), userCommentBlock(text)]);
  if (data.length + 2 > 0xffff) return jpeg;
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

function riffChunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** Turns a plain WebP into an extended one with the infotext in its EXIF chunk. */
export function withWebpComment(
  webp: Buffer,
  size: { width: number; height: number },
  text: string,
): Buffer {
  const extended = Buffer.alloc(10);
  extended[0] = 0x08;
  extended.writeUIntLE(size.width - 1, 4, 3);
  extended.writeUIntLE(size.height - 1, 7, 3);
  const body = Buffer.concat([
    Buffer.from("WEBP", "latin1"),
    riffChunk("VP8X", extended),
    webp.subarray(12),
    riffChunk("EXIF", userCommentBlock(text)),
  ]);
  const head = Buffer.alloc(8);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** The UserComment out of an EXIF block, as writers of infotexts leave it there. */
export function readUserComment(exif: Buffer | undefined): string | undefined {
  const at = exif?.indexOf(unicodeHead) ?? -1;
  if (!exif || at < 0) return undefined;
  const data = exif.subarray(at + unicodeHead.length);
  const even = data.subarray(0, data.length - (data.length % 2));
  const text = Buffer.from(even).swap16().toString("utf16le");
  return text.replace(/\0+$/, "");
}
