/** The signs that begin and end a quotation, as keyboards and phones make them. */
const pairs: [opening: string, closing: string][] = [
  ['"', '"'],
  ["'", "'"],
  ["\u201c", "\u201d"],
  ["\u201e", "\u201c"],
  ["\u2018", "\u2019"],
  ["\u00ab", "\u00bb"],
];
const quotes = new Map(
  pairs.map(([opening, closing]) => [
    opening,
    {
      /** Between letters it is an apostrophe, behind a backslash a sign like any other. */
      closing: new RegExp(`(?<!\\\\)${closing}(?![\\p{L}\\p{N}])`, "gu"),
      /** The first of the backslashes before a sign that does not close. */
      escape: new RegExp(`(?<!\\\\)\\\\(?=\\\\*${closing})`, "gu"),
    },
  ]),
);
/** No value is longer, were every sign of it a quote, so no closing one is looked for beyond. */
const maxQuoted = 12_100;

export const startsQuoted = (text: string) => quotes.has(text[0] ?? "");

/**
 * What stands in quotes here and where they end, if a blank or the end of the text follows them. `unclosed` keeps, for one
 * text, up to where no closing sign was found, so that many opening ones cost no more than one.
 */
export function takeQuoted(text: string, start: number, unclosed: Map<string, number>) {
  const opening = text[start] ?? "";
  const quote = quotes.get(opening);
  if (quote === undefined) return undefined;
  const limit = Math.min(text.length, start + maxQuoted);
  quote.closing.lastIndex = Math.max(start + 1, unclosed.get(opening) ?? 0);
  const close = quote.closing.exec(text.slice(0, limit))?.index;
  if (close === undefined) unclosed.set(opening, limit);
  if (close === undefined || /\S/.test(text[close + 1] ?? "")) return undefined;
  const inside = text.slice(start + 1, close).trim();
  return { value: inside.replace(quote.escape, ""), end: close + 1 };
}

/** The inverse, for any text without blanks at its ends: in quotes, with a backslash before those that are in it. */
export function toQuoted(text: string): string {
  // A backslash at the end would take the closing sign away; blanks there are not read.
  const last = text.endsWith("\\") ? " " : "";
  return `"${text.replace(/\\*"/g, "\\$&")}${last}"`;
}
