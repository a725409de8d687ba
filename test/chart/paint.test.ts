import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import type { Chart } from "../../src/chart/chart.ts";
import { createPainter } from "../../src/chart/paint.ts";
import { coloured } from "../harness/charts.ts";

const painter = createPainter(60_000);
afterAll(async () => painter.close());

const blue = "#5865f2";
const columns = (values: number[], words: string[] = []): Chart => ({
  kind: "columns",
  values,
  labels: words.map((each, index) => ({ at: index + 0.5, words: each })),
  color: blue,
});
const paint = async (...charts: Chart[]) => painter.paint(charts);

describe("a chart", () => {
  test("is a PNG with two pixels for one, every column as high as its value", async () => {
    const [png = Buffer.alloc(0)] = await paint(columns([0, 10, 40], ["11/24", "11/25", "11/26"]));
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 1100 });
    const [none, low, high] = await coloured(png, blue, 3);
    expect(none).toBe(0);
    expect(low).toBeGreaterThan(1_000);
    expect(Number(high) / Number(low)).toBeCloseTo(4, 0);
  });

  test("writes digits and dates the same way on any machine", async () => {
    const [bare = Buffer.alloc(0), labelled = Buffer.alloc(0), again] = await paint(
      columns([1]),
      columns([1], ["2026-11-26"]),
      columns([1], ["2026-11-26"]),
    );
    expect(again).toEqual(labelled);
    const [without, written] = await Promise.all(
      [bare, labelled].map(async (png) => coloured(png, "#b5bac1", 1)),
    );
    expect(Number(written)).toBeGreaterThan(Number(without) + 150);
  });

  test("shows the smallest value there is, and none that is not", async () => {
    const [png = Buffer.alloc(0)] = await paint(columns([0, 1, 1_000_000]));
    const [none, one] = await coloured(png, blue, 3);
    expect(none).toBe(0);
    expect(one).toBeGreaterThan(100);
    const [bars = Buffer.alloc(0)] = await paint({
      kind: "bars",
      rows: [
        { value: 3600, words: "1:00:00", color: "#55acee" },
        { value: 1, words: "0:01", color: "#f4900c" },
      ],
    });
    const [[long], [short]] = [
      await coloured(bars, "#55acee", 1),
      await coloured(bars, "#f4900c", 1),
    ];
    expect(Number(short)).toBeGreaterThan(100);
    expect(Number(long)).toBeGreaterThan(Number(short) * 10);
  });

  test("that cannot be written is refused rather than painted with boxes, and the next is painted", async () => {
    const bad = paint(columns([1], ["11月26日"]));
    const good = paint(columns([1], ["11/26"]));
    await expect(bad).rejects.toThrow("the charts could not be painted");
    expect(await good).toHaveLength(1);
  });

  test("comes to whoever asked for it, when many ask at once", async () => {
    const painted = await Promise.all([1, 2, 3, 4, 5].map((value) => paint(columns([value, 5]))));
    const shares = await Promise.all(
      painted.map(async ([png = Buffer.alloc(0)]) => (await coloured(png, blue, 2))[0] ?? 0),
    );
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(new Set(shares).size).toBe(5);
  });

  test("is painted by a process that is gone when nothing is painted any more", async () => {
    const brief = createPainter(50);
    const children = () =>
      process.getActiveResourcesInfo().filter((name) => name === "ProcessWrap").length;
    const before = children();
    await brief.paint([columns([1])]);
    expect(children()).toBe(before + 1);
    await expect.poll(children, { timeout: 10_000 }).toBe(before);
    expect(await brief.paint([columns([1])])).toHaveLength(1);
    await brief.close();
    await expect.poll(children, { timeout: 10_000 }).toBe(before);
  });
});
