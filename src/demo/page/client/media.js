import { now, state } from "./state.js";

const kept = new Map();

/** The same address for the same file as long as its signature holds: the picture does not load anew. */
export function steady(url) {
  if (typeof url !== "string" || !URL.canParse(url)) return "";
  const { origin, pathname, searchParams } = new URL(url);
  if (origin !== state.cdnOrigin) return url;
  const before = kept.get(pathname);
  if (before && before.until > now()) return before.url;
  kept.set(pathname, { url, until: Number.parseInt(searchParams.get("ex") ?? "0", 16) * 1000 });
  return url;
}

export const isPicture = (type) => typeof type === "string" && type.startsWith("image/");

const step = 1024;
/** A size in the units people know. */
export function fileSize(bytes) {
  if (bytes < step) return `${bytes} B`;
  if (bytes < step * step) return `${(bytes / step).toFixed(1)} KB`;
  return `${(bytes / step / step).toFixed(2)} MB`;
}
