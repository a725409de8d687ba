import type { Cell } from "./cells.ts";

/** What a sign of direction turns is shown from right to left, up to the sign that ends it. */
const override = /[\u202e\u2067][^\u202c\u2069\n]*/gu;

/** The text as it is shown where its writing direction was turned; nothing where it was not. */
export function turnedText(cells: readonly Cell[], text: string): Cell[] | undefined {
  if (!/[\u202e\u2067]/u.test(text)) return undefined;
  const turned = [...cells];
  let at = 0;
  for (const { index, 0: whole } of text.matchAll(override)) {
    while (at < cells.length && (cells[at]?.start ?? 0) < index) at += 1;
    const first = at;
    while (at < cells.length && (cells[at]?.start ?? 0) < index + whole.length) at += 1;
    const part = cells.slice(first, at).toReversed();
    turned.splice(first, part.length, ...part);
  }
  return turned;
}
