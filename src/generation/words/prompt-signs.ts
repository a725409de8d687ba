/** What stands in a prompt, or in a message, without being a word of it: the rules pass over it. */
const signs = new RegExp(
  [
    /:\s{0,9}-?\d{0,4}\.?\d{1,8}\s{0,9}(?=[)\]>])/, // weights: (word:1.2), [from:to:0.5]
    /(?<![\d.])\d{1,6}(?:\.\d{1,6})?::/, // {0.5::a|b}
    /(?<=\{)\s*\d{0,3}(?:-\d{0,3})?\$\$/, // {2$$a|b}
    /<\/?(?:[biusapq]|em|strong|span|su[bp]|small|big|br|div|font|mark|del|ins|code|wbr|tt|h[1-6])(?:\s[^<>]{0,200})?\/?>/,
    /<!--[^<>]{0,200}-->/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "giu",
);
/** Alone, they part a prompt; within letters they part what belongs together. */
const joints = /(?<![\p{L}\p{N}])(?:BREAK|AND)(?![\p{L}\p{N}])/gu;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(shy|nbsp|zwj|zwnj|amp|lt|gt));/giu;
const named = new Map(
  Object.entries({
    shy: "\u00ad",
    nbsp: " ",
    zwj: "\u200d",
    zwnj: "\u200c",
    amp: "&",
    lt: "<",
    gt: ">",
  }),
);

type Span = { start: number; end: number };

export const promptSigns = (text: string) => spansOf(text, signs);
export const jointsOf = (text: string) => spansOf(text, joints);

/** Characters written as HTML does, with what they stand for. */
export function entitiesOf(text: string): (Span & { sign: string })[] {
  if (!text.includes("&")) return [];
  return [...text.matchAll(entity)].map((match) => {
    const [whole, decimal, hex, name = ""] = match;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    const valid = code > 0 && code <= 0x10ffff;
    const sign = named.get(name.toLowerCase()) ?? (valid ? String.fromCodePoint(code) : " ");
    return { start: match.index, end: match.index + whole.length, sign };
  });
}

/** The bars between the options of `{a|b}` and `[a|b]`: what they part is never drawn together. */
export function optionBars(text: string): Set<number> {
  const bars = new Set<number>();
  if (!text.includes("|")) return bars;
  const open: number[][] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign === "{" || sign === "[") open.push([]);
    else if (sign === "|") open.at(-1)?.push(at);
    else if (sign === "}" || sign === "]") for (const bar of open.pop() ?? []) bars.add(bar);
  }
  return bars;
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
