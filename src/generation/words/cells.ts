import { type Glyph, readGlyph } from "./glyph.ts";
import { entitiesOf, jointsOf, optionBars, promptSigns } from "./prompt-signs.ts";

/** A sign of a text and where it stands there. Signs that nobody sees have no cell. */
export type Cell = Glyph & {
  start: number;
  end: number;
  /** Words do not reach over it. */
  hard?: boolean;
  /** Begins a BREAK or AND, which may be passed over up to this cell. */
  skipTo?: number;
};

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Cs}]/u;
const blank = /\s/u;
/** Half-width kana have their marks behind them as signs of their own. */
const mark = /[\p{M}\uff9e\uff9f]/u;
/** Signs that are letters only within a word; elsewhere they end a sentence or part options. */
const withinWords = new Set("!¡|+†*°");
const hidesVowel = ["a", "e", "i", "o", "u", "y"].map((vowel) => ({
  letters: [vowel],
  by: "sign" as const,
}));

export function readCells(text: string): Cell[] {
  const glyphs = new Map<string, Glyph | undefined>();
  const cells: Cell[] = [];
  const skipped = [...promptSigns(text), ...entitiesOf(text)].toSorted((a, b) => a.start - b.start);
  const bars = optionBars(text);
  let next = 0;
  for (let at = 0; at < text.length;) {
    while ((skipped[next]?.end ?? Infinity) <= at) next += 1;
    const span = skipped[next];
    const special = span !== undefined && span.start === at ? span : undefined;
    const cluster = special ? signOf(special) : clusterAt(text, at);
    const end = special ? special.end : at + cluster.length;
    if (!glyphs.has(cluster)) glyphs.set(cluster, visibleGlyph(cluster));
    const glyph = glyphs.get(cluster);
    if (glyph) cells.push({ ...glyph, start: at, end, ...(bars.has(at) && { hard: true }) });
    at = end;
  }
  limitSigns(cells);
  findMisplaced(cells);
  passJoints(text, cells);
  return cells;
}

const signOf = (span: object) => ("sign" in span ? String(span.sign) : "·");

/** A sign and the marks upon it. */
function clusterAt(text: string, start: number): string {
  const first = String.fromCodePoint(text.codePointAt(start) ?? 0);
  let end = start + first.length;
  if (blank.test(first) || invisible.test(first)) return first;
  while (end < text.length && end - start < 200) {
    const code = text.codePointAt(end) ?? 0;
    if (code < 0x300) break;
    const sign = String.fromCodePoint(code);
    if (!mark.test(sign) && !(code > 0xfff && invisible.test(sign) && code !== 0x200b)) break;
    end += sign.length;
  }
  return text.slice(start, end);
}

function visibleGlyph(cluster: string): Glyph | undefined {
  if (isInvisible(cluster)) return undefined;
  const glyph = readGlyph(withoutInvisible(cluster));
  return glyph.readings[0]?.letters.length === 0 ? undefined : glyph;
}

function isInvisible(cluster: string): boolean {
  const [first = ""] = cluster;
  return !blank.test(first) && (invisible.test(first) || mark.test(first));
}

function withoutInvisible(cluster: string): string {
  if (cluster.length === 1) return cluster;
  return Array.from(cluster)
    .filter((sign) => !invisible.test(sign))
    .join("");
}

/** Takes the letters away from signs that stand where no letter would. */
function limitSigns(cells: Cell[]): void {
  for (let at = cells.length - 1; at >= 0; at -= 1) {
    const cell = cells[at];
    if (cell?.kind !== "gap" || !withinWords.has(cell.folded)) continue;
    const [before, after] = [cells[at - 1], cells[at + 1]];
    const inside = after !== undefined && (after.kind !== "gap" || after.readings.length > 0);
    if (cell.folded === "*") {
      const between = before?.kind === "letter" && after?.kind === "letter";
      cell.readings = between ? hidesVowel : [];
    } else if (!inside || cell.hard) cell.readings = [];
  }
}

/** A capital I within small letters is an l, a small l within capitals an I: many fonts show them alike. */
function findMisplaced(cells: Cell[]): void {
  for (const [at, { kind, folded, upper, readings }] of cells.entries()) {
    if (kind !== "letter" || folded !== (upper ? "i" : "l")) continue;
    const beside = [cells[at - 1], cells[at + 1]].filter((cell) => cell?.kind === "letter");
    const [before] = beside;
    if (before === undefined || (upper && beside.length < 2 && before === cells[at + 1])) continue;
    if (beside.some((cell) => cell?.upper === upper)) continue;
    const cell = cells[at];
    if (cell) cell.readings = [...readings, { letters: [upper ? "l" : "i"], by: "alike" }];
  }
}

function passJoints(text: string, cells: Cell[]): void {
  const joints = jointsOf(text);
  let at = 0;
  for (const { start, end } of joints) {
    while (at < cells.length && (cells[at]?.start ?? 0) < start) at += 1;
    const first = cells[at];
    while (at < cells.length && (cells[at]?.start ?? 0) < end) at += 1;
    if (first) first.skipTo = at;
  }
}
