/**
 * A list as it is typed: entries with commas between, `/pattern/` with commas of its own. A slash begins a pattern only where
 * an entry begins, and ends it only where the entry does. Nothing is in the list twice.
 */
export function readWordList(text: string): string[] {
  const entries: string[] = [];
  for (let at = 0; at <= text.length;) {
    const start = at + (/^\s*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
    const end =
      (text[start] === "/" ? endOfPattern(text, start) : undefined) ?? endOfWord(text, at);
    entries.push(text.slice(at, end).trim());
    at = end + 1;
  }
  return [...new Set(entries)].filter((entry) => entry !== "");
}

/** The inverse. */
export const showWordList = (entries: readonly string[]) => entries.join(", ");

function endOfWord(text: string, start: number): number {
  const comma = text.indexOf(",", start);
  return comma < 0 ? text.length : comma;
}

function endOfPattern(text: string, start: number): number | undefined {
  const closing = /(?<!\\)\/[^\S,]*(?=,|$)/g;
  closing.lastIndex = start + 2;
  const found = closing.exec(text);
  return found === null ? undefined : found.index + found[0].length;
}
