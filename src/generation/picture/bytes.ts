/** Most of a picture's text that is read or written: more is a trick, or nothing a prompt needs. */
export const MOST_TEXT_BYTES = 2 ** 20;

/** The same memory, with Buffer's ways to read numbers. */
export function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** UTF-8 if the bytes are, else Latin-1: stable-diffusion.cpp writes UTF-8 where PNG says Latin-1. */
export function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return toBuffer(bytes).toString("latin1");
  }
}
