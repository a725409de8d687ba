/** Where something was cut out of a text; no text has this sign for itself. */
export const cut = "\ufdd0";

/** Brackets within one another that may all be left with nothing. */
const maxDepth = 100;

const comma = "[,;，、]";
const weight = String.raw`(?:\s{0,9}\d{1,6}(?:\.\d{1,6})?::)?`;
const amount = String.raw`((?:[\d-]{1,9}\$\$)?)`;
const rules: [pattern: RegExp, instead: string][] = (
  [
    // What belonged to the word.
    [String.raw`C['’]s(?![\p{L}\p{N}])`, "C"],
    [String.raw`C[ \t]*C`, "C"],
    [String.raw`(?<![\p{L}\p{N}])C[-_](?=[\p{L}\p{N}])`, "C"],
    [String.raw`(?<=[\p{L}\p{N}])[-_]C(?![\p{L}\p{N}])`, "C"],
    [String.raw`(?<=[\p{L}\p{N}])[-_]C(?=[-_])`, "C"],
    // Markup and brackets around nothing.
    [String.raw`(\|\||\*{1,3}|__|~~|${"`"}{1,3}|["'])[ \t]{0,9}C[ \t]{0,9}\1`, "C"],
    [String.raw`\([\s,]{0,9}C[\s,]{0,9}(?::\s{0,9}-?[\d.]{0,9}\s{0,9})?\)`, "C"],
    [String.raw`\[[\s,|]{0,9}C[\s,|]{0,9}(?::\s{0,9}-?[\d.]{0,9}\s{0,9})?\]`, "C"],
    [String.raw`\{${weight}[\s,|]{0,9}C[\s,|]{0,9}\}`, "C"],
    // Options that are nothing now, and braces around the one that is left.
    [String.raw`(?<=[{|])${amount}${weight}[ \t]{0,9}C[ \t]{0,9}\|(?=[^|])`, "$1C"],
    [String.raw`(?<=[^|])\|${weight}[ \t]{0,9}C[ \t]{0,9}(?=[|}])`, "C"],
    [String.raw`\{([^{}|C]{0,999}C[^{}|]{0,999})\}`, "$1"],
    // Commas, lines and joints with nothing between.
    [String.raw`\n[ \t]*C[ \t]*\n`, "\nC"],
    [String.raw`(?<=\b(BREAK|AND))\s+C\s+\1\b`, "C"],
    [String.raw`(?<=^|[([{|\n])[ \t]*C[ \t]*${comma}[ \t]*`, "C"],
    [String.raw`${comma}[ \t]*C[ \t]*(?=${comma}|[)\]}|\n:]|$)`, "C"],
  ] as const
).map(([pattern, instead]) => [
  new RegExp(pattern.replaceAll("C", cut), "gu"),
  instead.replaceAll("C", cut),
]);

/** Makes a text good again around its cuts; what was written elsewhere is left as it is. */
export function tidyCuts(text: string): string {
  let tidy = text;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    const before = tidy;
    for (const [pattern, instead] of rules) tidy = tidy.replace(pattern, instead);
    if (tidy === before) break;
  }
  return tidy
    .replace(new RegExp(String.raw`(?<=^|[([{|\n])[ \t]*${cut}[ \t]*`, "gu"), "")
    .replace(new RegExp(String.raw`[ \t]*${cut}[ \t]*(?=[,;，、.!?)\]}|\n]|:\s?[\d.]|$)`, "gu"), "")
    .replace(new RegExp(String.raw`[ \t]+${cut}[ \t]*|[ \t]*${cut}[ \t]+`, "gu"), " ")
    .replaceAll(cut, "")
    .trim();
}
