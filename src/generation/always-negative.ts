import { isDynamic } from "./dynamic-prompt.ts";

/** The table's bound of a negative prompt. Characters. */
const most = 6_000;

/**
 * A negative prompt that begins with all of these words; where it does already it stays as it is, so that drawing a result
 * once more adds nothing. In front because nothing can be said of them there: what follows can neither weigh them down nor
 * hide them behind a `#`. What the person wrote gives way where there is no room for both.
 */
export function withWords(negative: unknown, words: readonly string[]): string {
  const own = typeof negative === "string" ? negative.trim() : "";
  const always = words.join(", ").slice(0, most);
  if (own === "" || always === "") return own || always;
  if (own === always || own.startsWith(`${always},`)) return own;
  return `${always}, ${own}`.slice(0, most);
}

/** The same for what a dynamic prompt came to; words that are dynamic themselves came to something else. */
export const withExpandedWords = (negative: string, words: readonly string[]): string =>
  isDynamic(words.join(", ")) ? negative : withWords(negative, words);
