/** The picture formats taken from members and webuis. Whatever is not here (SVG, PDF, HEIC, TIFF, …) is no picture to us. */
export const formats = {
  png: { extension: "png", mime: "image/png" },
  jpeg: { extension: "jpg", mime: "image/jpeg" },
  webp: { extension: "webp", mime: "image/webp" },
  gif: { extension: "gif", mime: "image/gif" },
  avif: { extension: "avif", mime: "image/avif" },
} as const;

export type Format = keyof typeof formats;

/** By the first bytes alone: a webui says nothing of the format of its base64, and a member's file name may lie. */
export function sniffFormat(bytes: Uint8Array): Format | undefined {
  const head = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return "webp";
  if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return "gif";
  return head.startsWith("ftyp", 4) && brands(head).some(isAvif) ? "avif" : undefined;
}

/** The major and the compatible brands of an ISO base media file (ISO/IEC 14496-12, 4.3), which HEIC and MP4 are as well. */
function brands(head: string): string[] {
  const end = head.charCodeAt(2) * 256 + head.charCodeAt(3);
  const [major = "", , ...compatible] = head.slice(8, end).match(/.{4}/gs) ?? [];
  return [major, ...compatible];
}

function isAvif(brand: string): boolean {
  return brand === "avif" || brand === "avis";
}
