import { describe, expect, test } from "vitest";
import { limitOf, usualBoundSeconds } from "../../../src/generation/schedule/choose.ts";
import { figuresOf } from "../../bench/scheduling/figures.ts";
import { easel, fairOnly, firstCome } from "../../bench/scheduling/rules.ts";
import { large, small } from "../../bench/scheduling/workload.ts";

const rule = easel(usualBoundSeconds);

describe("the scheduler, simulated", () => {
  test("is near the best possible for a small community, fair, and puts no turn off beyond the bound", () => {
    const figures = figuresOf(small, rule, 50);
    expect(figures.share).toBeGreaterThan(0.85);
    expect(figuresOf(small, firstCome, 50, 0).makespan / figures.makespan).toBeGreaterThan(2.3);
    expect(figures.jain).toBeGreaterThan(0.95);
    expect(figures.putOff).toBeLessThan(usualBoundSeconds + 1e-6);
    expect(figuresOf(small, fairOnly, 10, 0).jain).toBeGreaterThan(0.99);
  });

  test("is near the best possible for a large one", () => {
    const figures = figuresOf(large, rule, 2, 1);
    const first = figuresOf(large, firstCome, 2, 0);
    expect(figures.share).toBeGreaterThan(0.85);
    expect(first.makespan / figures.makespan).toBeGreaterThan(2.8);
    expect(figures.jain).toBeGreaterThan(first.jain - 0.01);
    expect(figures.putOff).toBeLessThan(limitOf(usualBoundSeconds, large.webuis) + 1e-6);
  });

  test("does nearly as well where drawings differ and estimates are wrong by up to two times", () => {
    const scenario = { ...small, seconds: [2, 8] as const, wrongBy: 2 };
    const figures = figuresOf(scenario, rule, 30);
    expect(figures.share).toBeGreaterThan(0.8);
    expect(figures.jain).toBeGreaterThan(0.93);
    expect(figures.putOff).toBeLessThanOrEqual(2 * usualBoundSeconds);
  });
});
