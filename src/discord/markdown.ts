/** What Discord takes for markup: anywhere in a text, at the beginning of a line, in an address, around an emoji's name. */
const markup = [
  /[\\*_~`|<[\]]/g,
  /(?<=^[^\S\n]*)(?:[#>]|[-+](?=\s)|-(?=#))/gm,
  /(?<=^[^\S\n]*\d+)\./gm,
  /:(?=\/\/)/g,
  /:(?=[\w+-]+:)/g,
];

/** These turn the direction of all that follows in a line, of our own words too. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** Somebody's words shown as they were typed: no markup, no mention, no link, and nothing that turns the rest round. */
export function plain(text: string): string {
  return markup
    .reduce((escaped, pattern) => escaped.replace(pattern, "\\$&"), text.replace(turning, ""))
    .replace(/@(everyone|here)/gi, "@\u200b$1");
}

/** Cuts at `max` characters, never in the middle of one, nor behind a lone backslash. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return "";
  return `${text
    .slice(0, max - 1)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/(?<!\\)(?:\\\\)*\\$/, (slashes) => slashes.slice(0, -1))}…`;
}

/** Cuts at `max` bytes of UTF-8 as well: Discord counts those too. */
export function cutBytes(text: string, max: number): string {
  const bytes = Buffer.byteLength(text);
  if (bytes <= max) return text;
  let length = Math.floor((text.length * max) / bytes);
  while (length > 0 && Buffer.byteLength(cut(text, length)) > max) length -= Math.ceil(length / 50);
  return cut(text, length);
}

/** A name as code, which needs no other escaping: `dreamshaper_8`. */
export function code(text: string): string {
  return `\`${text.replace(turning, "").replaceAll("`", "\u00b4").replace(/\s+/g, " ")}\``;
}

/** The inverse of `plain`, but for what is not shown at all. */
export function unplain(text: string): string {
  return text.replace(/\\([\\*_~`|<[\]#>+\-.:])/g, "$1").replace(/@\u200b(everyone|here)/gi, "@$1");
}
