import { describe, expect, test } from "vitest";
import { courseChart, hoursChart, modelsChart, waitsChart } from "../../src/bot/stats-charts.ts";
import { isDrawable } from "../../src/chart/chart.ts";
import { lastDays, sum, type Tally } from "../../src/generation/tally.ts";
import { en, type Text } from "../../src/text/en.ts";

const now = Date.parse("2026-11-26T12:00:00Z");
const tally = (changes: Partial<Tally> = {}): Tally => ({
  jobs: 1,
  pictures: 1,
  people: 1,
  seconds: new Map(),
  waits: Array.from({ length: 15 }, () => 0),
  hours: Array.from({ length: 24 }, (_, hour) => hour),
  ...changes,
});
/** One picture a day in the last of 400 days, two today. */
const course = (days: number) => ({
  days: lastDays(now, 400),
  pictures: Array.from({ length: 400 }, (_, index) =>
    index === 399 ? 2 : index < 400 - days ? 0 : 1,
  ),
});
const columnsOf = ({ chart }: ReturnType<typeof courseChart>) => {
  if (chart.kind !== "columns") throw new Error("no columns");
  return chart;
};

describe("the course of all there ever was", () => {
  test.each([
    [1, "Pictures a day", 1, 2],
    [31, "Pictures a day", 31, 2],
    [32, "Pictures a week", 5, 8],
    [210, "Pictures a week", 30, 8],
    [211, "Pictures a month", 8, 27],
    [400, "Pictures a month", 14, 27],
  ])("of %i days is told as %s", (days, heading, count, last) => {
    const charted = courseChart(en, course(days), false);
    const { values, labels } = columnsOf(charted);
    expect(charted.heading).toBe(heading);
    expect(values).toHaveLength(count);
    expect(values.at(-1)).toBe(last);
    expect(sum(values)).toBe(days + 1);
    expect(labels.length).toBeLessThanOrEqual(8);
    expect(labels.every(({ words }) => isDrawable(words))).toBe(true);
    expect(charted.alt.startsWith(`${heading}: `)).toBe(true);
  });

  test("has dates that can be written, also where a language writes them with more than digits", () => {
    const japanese: Text = {
      ...en,
      stats: { ...en.stats, dayOf: () => "11月26日", monthOf: () => "2026年11月" },
    };
    const labels = (days: number) =>
      columnsOf(courseChart(japanese, course(days), false)).labels.map(({ words }) => words);
    expect(labels(1)).toEqual(["2026-11-26"]);
    expect(labels(400).at(-1)).toBe("2026-10");
  });
});

describe("models", () => {
  test("are told beside the chart in its order and colours, the most used first, and the rest together", () => {
    const seconds = new Map<string, number>(
      Array.from({ length: 12 }, (_, index) => [`模型 ${index}`, (index + 1) * 100]),
    );
    seconds.set("", 5_000);
    const [charted] = modelsChart(en, tally({ seconds }));
    if (charted?.chart.kind !== "bars") throw new Error("no bars");
    const { rows } = charted.chart;
    expect(charted.legend).toHaveLength(8);
    expect(charted.legend[0]).toBe("🟦 without a model · 83 min");
    expect(charted.legend[1]).toBe("🟧 `模型 11` · 20 min");
    expect(charted.legend[7]).toBe("⬜ 6 others · 35 min");
    expect(new Set(rows.map(({ color }) => color)).size).toBe(8);
    expect(sum(rows.map(({ value }) => value))).toBe(sum(seconds.values()));
    expect(rows.map(({ words }) => words)).toEqual(
      expect.arrayContaining(["1:23:20", "20:00", "35:00"]),
    );
    expect(modelsChart(en, tally())).toEqual([]);
  });
});

describe("waits", () => {
  test("are told as far as somebody waited, and not at all where nobody knows", () => {
    const waits = tally().waits.with(14, 3);
    expect(waitsChart(en, tally())).toEqual([]);
    for (const [tallied, columns] of [
      [tally({ waits }), 15],
      [tally({ waits: tally().waits.with(0, 1) }), 6],
    ] as const) {
      const [charted] = waitsChart(en, tallied);
      if (charted?.chart.kind !== "columns") throw new Error("no columns");
      const { values, labels } = charted.chart;
      expect(values).toHaveLength(columns);
      expect(labels.length).toBeLessThanOrEqual(9);
      expect(labels[0]).toEqual({ at: 0, words: "0:00" });
    }
    expect(waitsChart(en, tally({ waits }))[0]?.alt).toBe(
      "Jobs by how long they waited: 2:00:00 → 3",
    );
  });
});

test("hours stand between their beginning and their end", () => {
  const { labels } = columnsOf(hoursChart(en, tally(), true));
  expect(labels.map(({ at, words }) => `${at} ${words}`)).toEqual(
    [0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => `${hour} ${hour}:00`),
  );
});
