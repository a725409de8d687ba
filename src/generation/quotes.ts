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
      closing: new RegExp(`(?<!\\\\)${closing}(?![\\p{L}\\p{N}])`, "u"),
      /** The first of the backslashes before a sign that does not close. */
      escape: new RegExp(`(?<!\\\\)\\\\(?=\\\\*${closing})`, "gu"),
    },
  ]),
);
/** No value is longer, were every sign of it a quote, so no closing one is looked for beyond. */
const maxQuoted = 12_100;

export const startsQuoted = (text: string) => quotes.has(text[0] ?? "");

/** What stands in quotes here and where they end, if a blank or the end of the text follows them. */
export function takeQuoted(text: string, start: number) {
  const quote = quotes.get(text[start] ?? "");
  if (quote === undefined) return undefined;
  const rest = text.slice(start + 1, start + maxQuoted);
  const length = rest.search(quote.closing);
  const end = start + length + 2;
  if (length === -1 || /\S/.test(text[end] ?? "")) return undefined;
  return { value: rest.slice(0, length).trim().replace(quote.escape, ""), end };
}

/** The inverse, for any text without blanks at its ends: in quotes, with a backslash before those that are in it. */
export function toQuoted(text: string): string {
  // A backslash at the end would take the closing sign away; blanks there are not read.
  const last = text.endsWith("\\") ? " " : "";
  return `"${text.replace(/\\*"/g, "\\$&")}${last}"`;
}
