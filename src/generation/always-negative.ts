/** The table's bound of a negative prompt. Characters. */
const most = 6_000;

/**
 * A negative prompt with all of these words, each once: what has them already stays as it is, so that drawing a result once
 * more adds nothing. Where there is no room for all, what the person wrote gives way.
 */
export function withWords(negative: unknown, words: readonly string[]): string {
  const own = typeof negative === "string" ? negative.trim() : "";
  const known = new Set(partsOf(own));
  const missing = words.filter((word) => partsOf(word).some((part) => !known.has(part)));
  const added = missing.join(", ").slice(0, most);
  if (own === "" || added === "") return own || added;
  return `${own.slice(0, Math.max(0, most - added.length - 2))}, ${added}`;
}

const partsOf = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== "");
