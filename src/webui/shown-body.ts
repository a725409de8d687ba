import { sniffFormat } from "../generation/picture/format.ts";

/** Characters of base64 that show what a text is; fewer than the smallest picture has. */
const headLength = 64;

/** A body as people may read it: in place of each picture how large it is, as in `<PNG, 1.2 MB>`. */
export function withoutPictures(value: unknown): unknown {
  if (typeof value === "string") return noteOf(value) ?? value;
  if (Array.isArray(value)) return value.map(withoutPictures);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutPictures(inner)]),
  );
}

function noteOf(text: string): string | undefined {
  const base64 = text.startsWith("data:image/") ? text.slice(text.indexOf(",") + 1) : text;
  const head = base64.slice(0, headLength);
  if (!/^[A-Za-z0-9+/]+=*$/.test(head)) return undefined;
  const format = sniffFormat(Buffer.from(head, "base64"));
  return format && `<${format.toUpperCase()}, ${sizeOf(Buffer.byteLength(base64, "base64"))}>`;
}

/** In thousands, as Discord shows them. */
function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
