import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { hearStopSignals } from "../src/stop-signals.ts";

test("only the first signal stops, and only a later Ctrl-C ends at once", () => {
  const codes: number[] = [];
  const process = Object.assign(new EventEmitter(), { exit: (code: number) => codes.push(code) });
  let now = 0;
  let stops = 0;
  hearStopSignals(
    () => (stops += 1),
    process,
    () => now,
  );
  process.emit("SIGINT");
  now = 5;
  process.emit("SIGINT");
  process.emit("SIGTERM");
  now = 20_000;
  process.emit("SIGTERM");
  expect([stops, codes]).toEqual([1, []]);
  process.emit("SIGINT");
  expect([stops, codes]).toEqual([1, [1]]);
});
