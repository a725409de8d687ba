import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchClock } from "../../src/worker/clock.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a clock that is set back is heard of once, and nothing of one that is set on or goes as it should", () => {
  const setBack = vi.fn<() => void>();
  const watch = watchClock(setBack);
  const setBy = (ms: number) => vi.setSystemTime(Date.now() + ms);
  vi.advanceTimersByTime(5_000);
  setBy(3_600_000);
  vi.advanceTimersByTime(5_000);
  expect(setBack).not.toHaveBeenCalled();
  setBy(-1_800_000);
  vi.advanceTimersByTime(5_000);
  expect(setBack).toHaveBeenCalledTimes(1);
  watch.close();
  setBy(-1_800_000);
  vi.advanceTimersByTime(5_000);
  expect(setBack).toHaveBeenCalledTimes(1);
});
