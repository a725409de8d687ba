import { scaleBand, scaleLinear } from "d3-scale";
import { type Chart, isDrawable } from "./chart.ts";

/** As wide as a client shows a picture, so that a pixel is a pixel. */
const width = 550;
const font = { family: "Varela", size: 13 };
/** Beside Discord's dark theme, and easy to read on it. */
const colors = { ground: "#2b2d31", line: "#41434a", faint: "#3a3c43", words: "#b5bac1" };
const edge = 16;
/** Between two columns, as a share of their step. */
const gap = 0.28;
const widestColumn = 72;
/** Above this many, columns are too thin for a number of their own. */
const mostNumbers = 12;

/** An SVG of it, the same on every machine. */
export function toSvg(chart: Chart): string {
  return chart.kind === "columns" ? columns(chart) : bars(chart);
}

type Columns = Extract<Chart, { kind: "columns" }>;
type Bars = Extract<Chart, { kind: "bars" }>;

function columns({ values, labels, color }: Columns): string {
  const height = 172;
  const most = Math.max(1, ...values);
  const y = scaleLinear([0, most], [height - 34, 26]).nice(3);
  const ticks = y.ticks(3).filter(Number.isInteger);
  const left = edge + 10 + widest(ticks.map(grouped));
  const right = width - edge - 8;
  const x = scaleBand(
    values.map((_, index) => index),
    [left, right],
  )
    .paddingInner(gap)
    .paddingOuter(gap / 2);
  const floor = y(0);
  const inside = Math.min(x.bandwidth(), widestColumn);
  const middle = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;
  const grid = ticks.map(
    (tick) =>
      rect({ x: left, y: y(tick), width: right - left, height: 1, fill: colors.line }) +
      text(left - 10, y(tick) + 4.5, grouped(tick), "end"),
  );
  const bodies = values.map((value, index) => {
    if (value === 0) return "";
    // What is there is seen, however little it is.
    const top = Math.min(y(value), floor - 2);
    return column(middle(index) - inside / 2, top, inside, floor - top, color);
  });
  const numbers =
    values.length > mostNumbers
      ? []
      : values.map((value, index) =>
          value === 0 ? "" : text(middle(index), y(value) - 7, grouped(value), "middle", "#f2f3f5"),
        );
  const below = labels.map(({ at, words }) =>
    text(left + ((right - left) * at) / values.length, height - 12, words, "middle"),
  );
  return svg(height, [...grid, ...bodies, ...numbers, ...below]);
}

function bars({ rows }: Bars): string {
  const step = 30;
  const thick = 14;
  const height = 2 * edge + rows.length * step - (step - thick);
  const right = width - edge - 12 - widest(rows.map(({ words }) => words));
  const x = scaleLinear([0, Math.max(1e-9, ...rows.map(({ value }) => value))], [0, right - edge]);
  return svg(
    height,
    rows.flatMap(({ value, words, color }, index) => {
      const y = edge + index * step;
      const bar = { x: edge, y, height: thick, rx: thick / 2 };
      return [
        rect({ ...bar, width: right - edge, fill: colors.faint }),
        rect({ ...bar, width: Math.max(thick, x(value)), fill: color }),
        text(width - edge, y + thick / 2 + 4.5, words, "end", "#f2f3f5"),
      ];
    }),
  );
}

const svg = (height: number, parts: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${font.family}" font-size="${font.size}">` +
  rect({ x: 0, y: 0, width, height, fill: colors.ground }) +
  `${parts.join("")}</svg>`;

const rect = (is: Record<string, string | number>) =>
  `<rect ${Object.entries(is)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ")}/>`;

/** Round at the top, where there is room for it. */
function column(x: number, y: number, wide: number, high: number, fill: string): string {
  const r = Math.min(4, wide / 2, high);
  return `<path fill="${fill}" d="M${x},${y + high}v${r - high}q0,${-r} ${r},${-r}h${wide - 2 * r}q${r},0 ${r},${r}v${high - r}z"/>`;
}

function text(x: number, y: number, words: string, anchor: string, fill = colors.words): string {
  if (!isDrawable(words)) throw new TypeError(`a chart cannot write ${JSON.stringify(words)}`);
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}">${words}</text>`;
}

/** In thousands, with spaces as every language reads them. */
const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, " ");

/** Room for the longest of them; a digit of the font is this wide. */
const widest = (words: readonly string[]) =>
  Math.max(...words.map(({ length }) => length), 1) * font.size * 0.6;
