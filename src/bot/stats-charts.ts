import { type Chart, isDrawable } from "../chart/chart.ts";
import { code, cut, cutBytes } from "../discord/markdown.ts";
import { sum, type Tally, waitBounds } from "../generation/tally.ts";
import type { Text } from "../text/en.ts";

/** A chart with the words that belong to it. */
export type Charted = { heading: string; legend: string[]; alt: string; chart: Chart };

/** Pictures of each of some days in turn. */
export type Course = { days: readonly string[]; pictures: readonly number[] };

const colors = { pictures: "#5865f2", hours: "#eb459e", waits: "#23a55a" };
/** Squares that can be written in a text, in the colours in which Discord shows them; the last is for all others. */
const squares = [
  ["🟦", "#55acee"],
  ["🟧", "#f4900c"],
  ["🟩", "#78b159"],
  ["🟪", "#aa8ed6"],
  ["🟨", "#fdcb58"],
  ["🟥", "#dd2e44"],
  ["🟫", "#c1694f"],
  ["⬜", "#e6e7e8"],
] as const;
/** Of one name, so that all of them fit into a message. Characters, bytes. */
const maxName = { length: 100, bytes: 250 };
/** Days, then weeks, that can be told apart side by side. */
const most = { days: 31, weeks: 30 };
/** Dates that fit below a chart. */
const mostLabels = 8;

/** Pictures in the course of time, by days, weeks or months, from the first on that there are. */
export function courseChart(text: Text, { days, pictures }: Course, isWhole: boolean): Charted {
  const first = isWhole ? 0 : Math.max(0, pictures.findIndex(Boolean));
  const bars = grouped(days.slice(first), pictures.slice(first));
  const name = bars.by === "month" ? text.stats.monthOf : text.stats.dayOf;
  const words = bars.from.map((day) => {
    const written = name(Date.parse(day)).replace(/\s/g, " ");
    return isDrawable(written) ? written : day.slice(0, bars.by === "month" ? 7 : 10);
  });
  const every = Math.ceil(words.length / mostLabels);
  const labels = words.flatMap((each, index) =>
    index % every === 0 ? [{ at: index + 0.5, words: each }] : [],
  );
  return {
    ...told(text.stats.charts[bars.by], words, bars.values),
    chart: { kind: "columns", values: bars.values, labels, color: colors.pictures },
  };
}

/** Pictures by hour of the day; of a single day that is its course. */
export function hoursChart(text: Text, { hours }: Tally, isDay: boolean): Charted {
  const words = hours.map((_, hour) => `${hour}:00`);
  const labels = [...words, "24:00"].flatMap((each, at) =>
    at % 3 === 0 ? [{ at, words: each }] : [],
  );
  const color = isDay ? colors.pictures : colors.hours;
  const heading = isDay ? text.stats.charts.hour : text.stats.charts.hours;
  return {
    ...told(heading, words, hours),
    chart: { kind: "columns", values: hours, labels, color },
  };
}

/** Nothing where no job's wait is known. */
export function waitsChart(text: Text, { waits }: Tally): Charted[] {
  if (sum(waits) === 0) return [];
  // As far as somebody waited, and far enough to look like something.
  const values = waits.slice(0, Math.max(6, waits.findLastIndex(Boolean) + 1));
  const words = [0, ...waitBounds].slice(0, values.length + 1).map(clock);
  const every = words.length > mostLabels + 1 ? 2 : 1;
  const labels = words.flatMap((each, at) => (at % every === 0 ? [{ at, words: each }] : []));
  return [
    {
      ...told(text.stats.charts.waits, words, values),
      chart: { kind: "columns", values, labels, color: colors.waits },
    },
  ];
}

/** Names of models are told outside the picture: they may be written in any script. */
export function modelsChart(text: Text, { seconds }: Tally): Charted[] {
  const sorted = [...seconds].sort(([, a], [, b]) => b - a);
  const own = sorted.length > squares.length ? squares.length - 1 : squares.length;
  const others = sorted.slice(own);
  const named = sorted.slice(0, own).map(([model, value]) => ({
    name:
      model === "" ? text.stats.noModel : code(cutBytes(cut(model, maxName.length), maxName.bytes)),
    value,
  }));
  const rest = {
    name: text.stats.otherModels(others.length),
    value: sum(others.map(([, s]) => s)),
  };
  const rows = (others.length === 0 ? named : [...named, rest]).map((each, index) => {
    const [square, color] = squares[index] ?? squares[squares.length - 1] ?? ["", ""];
    return { ...each, square, color };
  });
  if (rows.length === 0) return [];
  const legend = rows.map(
    ({ name, value, square }) => `${square} ${name} · ${text.stats.duration(value)}`,
  );
  return [
    {
      heading: text.stats.charts.models,
      legend,
      alt: `${text.stats.charts.models}: ${rows.map(({ name, value }) => `${name} ${text.stats.duration(value)}`).join(", ")}`,
      chart: {
        kind: "bars",
        rows: rows.map(({ value, color }) => ({ value, color, words: clock(value) })),
      },
    },
  ];
}

/** What is told in the place of a picture: only what there is. */
function told(heading: string, names: readonly string[], values: readonly number[]) {
  const each = values.flatMap((value, index) =>
    value === 0 ? [] : [`${names[index]} → ${value}`],
  );
  return { heading, legend: [], alt: `${heading}: ${each.join(", ")}` };
}

type Groups = { by: "day" | "week" | "month"; from: string[]; values: number[] };

function grouped(days: readonly string[], pictures: readonly number[]): Groups {
  if (days.length <= most.days) return { by: "day", from: [...days], values: [...pictures] };
  const by = days.length <= most.weeks * 7 ? "week" : "month";
  const groups = new Map<string, number>();
  for (const [index, day] of days.entries()) {
    // The last week ends today.
    const week = days[Math.max(0, index - ((index + 7 - (days.length % 7)) % 7))] ?? day;
    const group = by === "week" ? week : `${day.slice(0, 7)}-01`;
    groups.set(group, (groups.get(group) ?? 0) + (pictures[index] ?? 0));
  }
  return { by, from: [...groups.keys()], values: [...groups.values()] };
}

/** Seconds as 0:05, 1:30 or 2:00:00. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}
