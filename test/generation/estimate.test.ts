import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateSeconds, type Job, type Run } from "../../src/generation/estimate.ts";
import { forecast, standingOf } from "../../src/generation/forecast.ts";
import { estimateWait, type Lane } from "../../src/generation/wait.ts";
import { requestOf } from "./sample.ts";

const run = (values: Partial<Run>): Run => ({
  webui: "one",
  model: "a",
  cost: 20,
  seconds: 4,
  swapped: false,
  ...values,
});
const job = (values: Partial<Job> = {}): Job => ({
  webui: "one",
  model: "a",
  cost: 20,
  swapped: false,
  ...values,
});
/** Runs at 0.2 s a cost and 1 s to begin with. */
const costs = [10, 20, 40, 60, 80];
const straight = costs.map((cost) => run({ cost, seconds: 1 + 0.2 * cost }));

const names = fc.constantFrom("one", "two", "three");
const runs = fc.array(
  fc.record({
    webui: names,
    model: names,
    cost: fc.double({ min: 0.1, max: 5000, noNaN: true }),
    seconds: fc.double({ min: 0, max: 3600, noNaN: true }),
    swapped: fc.boolean(),
  }),
  { maxLength: 60 },
);

describe("how long a drawing takes", () => {
  test("is not known before any was measured", () => {
    expect(estimateSeconds([], job())).toBeUndefined();
    expect(estimateSeconds([run({ cost: 0 })], job())).toBeUndefined();
  });

  test("is what one run of the same took", () => {
    expect(estimateSeconds([run({})], job())).toBe(4);
    expect(estimateSeconds([run({})], job({ cost: 40 }))).toBe(8);
  });

  test("follows the runs, their beginning included", () => {
    expect(estimateSeconds(straight, job({ cost: 5 }))).toBeCloseTo(2);
    expect(estimateSeconds(straight, job({ cost: 100 }))).toBeCloseTo(21);
  });

  test("is not taken from what was done at once, which says nothing of a step", () => {
    const tiny = [run({ cost: 0.03, seconds: 0.4 }), run({ cost: 0.5, seconds: 0.5 })];
    const seconds = estimateSeconds(tiny, job({ cost: 100 })) ?? 0;
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThan(60);
    expect(estimateSeconds([...tiny, ...straight], job({ cost: 100 }))).toBeCloseTo(21);
    expect(estimateSeconds(tiny, job({ cost: 0.03 }))).toBeLessThan(0.6);
  });

  test("is not moved by one run that hung, nor by one that was cut short", () => {
    const odd = [run({ cost: 30, seconds: 600 }), run({ cost: 70, seconds: 0.1 })];
    const seconds = estimateSeconds([...straight, ...odd], job({ cost: 50 })) ?? 0;
    expect(seconds).toBeGreaterThan(8);
    expect(seconds).toBeLessThan(14);
  });

  test("is that of the model on this webui, else of the webui, else of all", () => {
    const slow = [1, 2, 3].map(() => run({ model: "xl", seconds: 40 }));
    const other = [1, 2, 3, 4, 5, 6, 7].map(() => run({ webui: "two", seconds: 10 }));
    const all = [...straight, ...other, ...slow];
    expect(estimateSeconds(all, job({ model: "xl" }))).toBeCloseTo(40);
    expect(estimateSeconds(all, job({ webui: "two", model: "new" }))).toBeCloseTo(10);
    expect(estimateSeconds(all, job({ webui: "three" }))).toBeCloseTo(10);
  });

  test("forgets how long it took before the card was changed", () => {
    const now = Array.from({ length: 40 }, () => run({ seconds: 1 }));
    expect(estimateSeconds([...straight, ...now], job())).toBeCloseTo(1);
  });

  test("learns apart how long a model takes to load, and adds that where one is loaded", () => {
    const swaps = [
      run({ swapped: true, seconds: 15 }),
      run({ model: "new", cost: 40, swapped: true, seconds: 19 }),
      run({ webui: "two", swapped: true, seconds: 90 }),
    ];
    const all = [...straight, ...swaps];
    expect(estimateSeconds(all, job())).toBeCloseTo(5);
    expect(estimateSeconds(all, job({ swapped: true }))).toBeCloseTo(15);
    expect(estimateSeconds(all, job({ webui: "two", swapped: true }))).toBeCloseTo(90);
    expect(estimateSeconds(straight, job({ swapped: true }))).toBeCloseTo(5);
    expect(estimateSeconds(swaps.slice(0, 1), job())).toBe(15);
  });

  test("is never shorter for more work, nor for a model that must be loaded, and never negative", () => {
    const cost = fc.double({ min: 0, max: 5000, noNaN: true });
    fc.assert(
      fc.property(runs, names, names, cost, cost, (runs, webui, model, one, more) => {
        const seconds = (cost: number, swapped = false) =>
          estimateSeconds(runs, { webui, model, cost, swapped }) ?? 0;
        expect(seconds(one)).toBeGreaterThanOrEqual(0);
        expect(seconds(one + more)).toBeGreaterThanOrEqual(seconds(one));
        expect(seconds(one, true)).toBeGreaterThanOrEqual(seconds(one));
      }),
      { numRuns: 1000 },
    );
  });

  test("is within what was measured, for work as it was measured", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: 1 }), (all) => {
        const seconds = estimateSeconds(
          all.map((seconds) => run({ seconds })),
          job(),
        );
        expect(seconds).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(seconds).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
      }),
    );
  });
});

describe("the forecast", () => {
  const runs = [1, 2, 3].map(() => run({ webui: "one", model: "a", cost: 20, seconds: 10 }));
  const own = { cost: 20, model: "a" };
  const lanes = [{ webui: "one", model: "a" }];

  test("goes by what the request costs", () => {
    const request = requestOf({ width: 1024, height: 512, count: 3, model: "a" });
    expect(standingOf(request)).toEqual({ cost: 120, model: "a" });
  });

  test("is not known before anything was measured", () => {
    expect(forecast([], own, [], lanes)).toBeUndefined();
  });

  test("is the drawing itself behind nobody, and longer behind others", () => {
    expect(forecast([], own, runs, lanes)).toBeCloseTo(10);
    expect(forecast([own, own], own, runs, lanes)).toBeCloseTo(30);
    expect(forecast([own, own], own, runs, [...lanes, { webui: "two", model: "a" }])).toBeCloseTo(
      20,
    );
  });

  test("is one as of a single webui while none is there", () => {
    expect(forecast([own], own, runs, [])).toBeCloseTo(20);
  });

  test("counts a model that must be loaded, and nothing where nobody knows which is", () => {
    const swaps = [
      ...runs,
      run({ webui: "one", model: "b", cost: 20, seconds: 25, swapped: true }),
    ];
    expect(forecast([], { cost: 20, model: "b" }, swaps, lanes)).toBeCloseTo(25);
    const unknown = [{ webui: "one", model: undefined }];
    expect(forecast([], { cost: 20, model: "b" }, swaps, unknown)).toBeCloseTo(10);
  });
});

describe("how long a drawing waits", () => {
  const lane = (webui: string, freeInSeconds = 0, model = "a"): Lane => ({
    webui,
    freeInSeconds,
    model,
  });
  type Drawing = { model: string; seconds: number; only?: string };
  const drawing = (seconds: number, rest: Partial<Drawing> = {}): Drawing => ({
    model: "a",
    seconds,
    ...rest,
  });
  const wait = (ahead: Drawing[], own: Drawing, running: Lane[]) =>
    estimateWait(ahead, own, running, ({ seconds, only }, webui, swapped) =>
      only === undefined || only === webui ? seconds + (swapped ? 10 : 0) : undefined,
    );

  test("is not at all where a webui is free, and not known where none can draw it", () => {
    expect(wait([], drawing(5), [lane("one"), lane("two", 9)])).toBe(0);
    expect(wait([], drawing(5), [])).toBeUndefined();
    expect(wait([], drawing(5, { only: "two" }), [lane("one")])).toBeUndefined();
  });

  test("is what runs and what stands before it, on one webui", () => {
    expect(wait([drawing(5), drawing(7)], drawing(1), [lane("one", 3)])).toBe(15);
  });

  test("is shared by all webuis", () => {
    expect(wait([drawing(5), drawing(7), drawing(2)], drawing(1), [lane("one"), lane("two")])).toBe(
      7,
    );
  });

  test("counts the models that are loaded in between", () => {
    const ahead = [drawing(5, { model: "b" }), drawing(5)];
    expect(wait(ahead, drawing(1), [lane("one")])).toBe(30);
  });

  test("leaves out what only other webuis can draw", () => {
    const ahead = [drawing(50, { only: "two" }), drawing(50, { only: "three" })];
    expect(wait(ahead, drawing(1, { only: "one" }), [lane("one", 2), lane("two")])).toBe(2);
  });

  test("is never shorter for one more before it, or a busier webui, and changes no lane", () => {
    const anyDrawing = fc
      .record({ model: names, seconds: fc.nat(100), only: fc.option(names, { nil: undefined }) })
      .map(({ only, ...rest }): Drawing => (only === undefined ? rest : { ...rest, only }));
    const lanes = fc.uniqueArray(
      fc.record({ webui: names, freeInSeconds: fc.nat(100), model: names }),
      { selector: ({ webui }) => webui, minLength: 1 },
    );
    fc.assert(
      fc.property(
        fc.array(anyDrawing),
        anyDrawing,
        anyDrawing,
        lanes,
        (ahead, last, own, running) => {
          const before = structuredClone(running);
          const seconds = wait(ahead, own, running);
          expect(running).toEqual(before);
          expect(wait([...ahead, last], own, running) ?? 0).toBeGreaterThanOrEqual(seconds ?? 0);
          const busier = running.map((one) => ({ ...one, freeInSeconds: one.freeInSeconds + 10 }));
          expect(wait(ahead, own, busier)).toBe(seconds === undefined ? undefined : seconds + 10);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
