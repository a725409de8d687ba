import { pino } from "pino";
import { describe, expect, test } from "vitest";
import type { Backend } from "../../src/generation/backend.ts";
import type { Catalogs } from "../../src/store/catalogs.ts";
import { AsideError, CancelledError } from "../../src/worker/endings.ts";
import type { LaneState } from "../../src/generation/health.ts";
import { startLane } from "../../src/worker/lane.ts";
import { catalogOf } from "../generation/sample.ts";

/** A webui that answers at once, and is busy with what was given up for as long as the test says. */
function start() {
  const calls: string[] = [];
  const webui = { busy: false, drained: false, ours: true };
  const backend: Backend = {
    name: "127.0.0.1:7860",
    generate: async () => undefined,
    catalog: async () => catalogOf(),
    progress: async () => undefined,
    interrupt: async () => {
      calls.push("interrupt");
      return false;
    },
    skip: async () => false,
    ready: async () => {
      calls.push("ready");
      return !webui.busy;
    },
    options: async () => undefined,
    setOption: async () => undefined,
    rescan: async () => undefined,
    close: async () => undefined,
  };
  // Only what a lane calls of it.
  const catalogs = {
    put: async () => undefined,
    say: async () => undefined,
  } as unknown as Catalogs;
  const states: LaneState[] = [];
  const lane = startLane({
    backend,
    catalogs,
    isAwaited: async () => false,
    isDrained: async () => webui.drained,
    keepLease: async () => webui.ours,
    log: pino({ enabled: false }),
    onChange: (state) => void states.push(state),
  });
  return { lane, calls, webui, states };
}

describe("a lane", () => {
  test("asks to stop what was given up until the webui is ready, as it may run only after others", async () => {
    const { lane, calls, webui } = start();
    await expect.poll(() => lane.isUp()).toBe(true);
    expect(calls).not.toContain("interrupt");
    const cancelled = new CancelledError(true);
    const drawing = lane.draw("1", new AbortController().signal, async () => {
      webui.busy = true;
      throw cancelled;
    });
    await expect(drawing).rejects.toBe(cancelled);
    expect(lane.isUp()).toBe(false);
    const asked = () => calls.filter((call) => call === "interrupt").length;
    await expect.poll(asked, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    webui.busy = false;
    await expect.poll(() => lane.isUp(), { timeout: 5_000 }).toBe(true);
    const before = asked();
    lane.refresh();
    await expect.poll(() => calls.at(-1)).toBe("ready");
    expect(asked()).toBe(before);
    await lane.close();
  });

  test("that is drained finishes what it draws, takes nothing more, and everything once that ends", async () => {
    const { lane, webui, states } = start();
    await expect.poll(() => lane.isUp()).toBe(true);
    const { promise, resolve } = Promise.withResolvers<void>();
    const drawing = lane.draw("1", new AbortController().signal, () => promise);
    webui.drained = true;
    lane.refresh();
    await expect.poll(() => states.at(-1)).toBe("drained");
    resolve();
    expect(await drawing).toBeGreaterThanOrEqual(0);
    const next = lane.draw("2", new AbortController().signal, async () => undefined);
    await expect(next).rejects.toThrow(AsideError);
    webui.drained = false;
    lane.refresh();
    await expect.poll(() => lane.isUp(), { timeout: 5_000 }).toBe(true);
    await lane.close();
  });
});
