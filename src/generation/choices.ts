/** A part of a text: from `start` up to, not including, `end`. */
export type Range = { start: number; end: number };

/** A choice `{2$$ and $$a|0.5::b}` as it stands in a text. */
export type Choice = {
  /** Behind its closing brace. */
  end: number;
  /** How many options are taken, from `least` to `most`. */
  least: number;
  most: number;
  /** Stands between those taken. */
  separator: string;
  options: (Range & { weight: number })[];
};

/** Written between the options taken, where nothing else is said. */
const defaultSeparator = ", ";
/** A separator is a few letters; what is longer is none. */
const longestSeparator = 100;
const countSign = /(\d{1,3})?(?:(-)(\d{1,3})?)?\$\$/y;
const weightSign = /\s*(\d{1,6}(?:\.\d{1,6})?)::/y;

/**
 * The choices in a text by where they begin, in linear time. A pair of braces is a choice if it holds a `|` of its own or
 * begins with a count and `$$`; any other pair (`{word}`, which is emphasis to some models) and any single brace is text,
 * and so is a brace behind a backslash.
 */
export function readChoices(text: string): Map<number, Choice> {
  const choices = new Map<number, Choice>();
  const open: { start: number; bars: number[] }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\\" && isEscape(text, at)) at += 1;
    else if (sign === "{") open.push({ start: at, bars: [] });
    else if (sign === "|") open.at(-1)?.bars.push(at);
    else if (sign === "}") {
      const pair = open.pop();
      const choice = pair && readChoice(text, pair.start, pair.bars, at);
      if (choice) choices.set(pair.start, choice);
    }
  }
  return choices;
}

/** `\{`, `\}` and `\|` stand for the sign alone; any other backslash is the webui's. */
export function isEscape(text: string, at: number): boolean {
  return /[{}|]/.test(text[at + 1] ?? "");
}

function readChoice(text: string, start: number, bars: number[], close: number) {
  const head = matchAt(countSign, text, start + 1);
  if (head === undefined && bars.length === 0) return undefined;
  const first = start + 1 + (head?.[0].length ?? 0);
  const separator = head && readSeparator(text, first, bars[0] ?? close);
  const from = first + (separator === undefined ? 0 : separator.length + 2);
  const ends = [...bars, close];
  const options = ends.map((end, index) =>
    readOption(text, index === 0 ? from : (bars[index - 1] ?? 0) + 1, end),
  );
  return {
    end: close + 1,
    ...readCount(head, options.length),
    separator: separator ?? defaultSeparator,
    options,
  };
}

/** `2$$`, `1-2$$`, `-2$$` (one at least), `1-$$` (up to all); without any: one. */
function readCount(head: RegExpExecArray | undefined, all: number) {
  if (head === undefined) return { least: 1, most: 1 };
  const [, low, dash, high] = head;
  const one = low === undefined && dash === undefined ? 1 : undefined;
  const least = Number(low ?? 1);
  const most = one ?? Number(high ?? (dash === undefined ? least : all));
  return { least: Math.min(least, most), most: Math.max(least, most) };
}

function readSeparator(text: string, from: number, end: number): string | undefined {
  const room = text.slice(from, Math.min(end, from + longestSeparator + 2));
  const length = room.indexOf("$$");
  const separator = room.slice(0, Math.max(0, length));
  return length < 0 || /[{}]/.test(separator) ? undefined : separator;
}

function readOption(text: string, start: number, end: number) {
  const weight = matchAt(weightSign, text, start);
  if (weight === undefined || start + weight[0].length > end) return { start, end, weight: 1 };
  return { start: start + weight[0].length, end, weight: Number(weight[1]) };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
