import { pino } from "pino";
import { describe, expect, test, vi } from "vitest";
import { BackendError, type BackendFault } from "../../src/errors.ts";
import type { LaneState, Trouble } from "../../src/generation/health.ts";
import type { Catalogs, Health } from "../../src/store/catalogs.ts";
import { leaseMs } from "../../src/store/leases.ts";
import { AsideError, CancelledError } from "../../src/worker/endings.ts";
import { type Lane, startLane } from "../../src/worker/lane.ts";
import { catalogOf } from "../generation/sample.ts";
import { backendOf } from "./backend.ts";

/** A webui that answers at once, and is busy with what was given up for as long as the test says. */
function start() {
  const calls: string[] = [];
  const webui = {
    busy: false,
    silent: false,
    drained: false,
    ours: true,
    awaited: false,
    whenAsked: (): unknown => undefined,
  };
  let error: Error | undefined;
  const backend = backendOf({
    async catalog() {
      calls.push("catalog");
      if (error !== undefined) throw error;
      return catalogOf();
    },
    async interrupt() {
      calls.push("interrupt");
      return false;
    },
    responds: async () => !webui.silent,
    async ready() {
      calls.push("ready");
      webui.whenAsked();
      return !webui.busy && error === undefined;
    },
  });
  const said: Health[] = [];
  // Only what a lane calls of it.
  const catalogs = {
    put: async () => undefined,
    say: async (_name: string, health: Health) => void said.push(health),
  } as unknown as Catalogs;
  const states: LaneState[] = [];
  const lane = startLane({
    backend,
    catalogs,
    isAwaited: async () => webui.awaited,
    isDrained: async () => webui.drained,
    async keepLease() {
      calls.push("lease");
      return webui.ours;
    },
    log: pino({ enabled: false }),
    onChange: (state) => void states.push(state),
  });
  const fails = (now: Error | undefined) => void (error = now);
  return { lane, calls, webui, states, said, fails };
}
const down = new BackendError("down", "");
const { signal } = new AbortController();

/** Minutes of a lane's life in no time. */
async function inFakeTime(live: () => Promise<void>) {
  const toFake = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"];
  vi.useFakeTimers({ toFake: toFake as ["setTimeout"] });
  try {
    await live();
  } finally {
    vi.useRealTimers();
  }
}
const pass = async (ms: number) => vi.advanceTimersByTimeAsync(ms);
async function closed(lane: Lane) {
  const closing = lane.close();
  await pass(0);
  await closing;
}
/** When it was called, in milliseconds from now on, within that time. */
async function timesOf(call: string, calls: string[], ms: number): Promise<number[]> {
  const times: number[] = [];
  calls.length = 0;
  for (let at = 0; at < ms; at += 250) {
    await pass(250);
    times.push(...calls.splice(0).flatMap((each) => (each === call ? [at + 250] : [])));
  }
  return times;
}
const gaps = (times: readonly number[]) => times.slice(1).map((at, i) => at - (times[i] ?? 0));

describe("a lane", () => {
  test("asks to stop what was given up until the webui is ready, as it may run only after others", async () => {
    await inFakeTime(async () => {
      const { lane, calls, webui } = start();
      await pass(0);
      expect(lane.isUp()).toBe(true);
      expect(calls).not.toContain("interrupt");
      const cancelled = new CancelledError(1);
      const drawing = lane.draw("1", signal, async () => {
        webui.busy = true;
        throw cancelled;
      });
      await expect(drawing).rejects.toBe(cancelled);
      expect(lane.isUp()).toBe(false);
      expect(await timesOf("interrupt", calls, 5_000)).toHaveLength(3);
      webui.busy = false;
      expect(await timesOf("interrupt", calls, 3_000)).toHaveLength(1);
      expect(lane.isUp()).toBe(true);
      expect(await timesOf("interrupt", calls, 9_000)).toEqual([]);
      await closed(lane);
    });
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

  test("lets the next drawing in as soon as the one before is free, which may fail then and is not to blame", async () => {
    const { lane, states } = start();
    await expect.poll(() => lane.isUp()).toBe(true);
    const { promise: stored, reject } = Promise.withResolvers<void>();
    const freed = Promise.withResolvers<void>();
    const first = lane.draw("1", signal, async (free) => {
      free();
      freed.resolve();
      await stored;
    });
    await freed.promise;
    expect(lane.drawing()).toBeUndefined();
    const { promise, resolve } = Promise.withResolvers<void>();
    const second = lane.draw("2", signal, () => promise);
    await expect.poll(() => lane.drawing()).toBe("2");
    reject(new BackendError("broke", "it was not stored"));
    await expect(first).rejects.toThrow("it was not stored");
    expect(lane.drawing()).toBe("2");
    expect(states).toEqual(["up"]);
    resolve();
    await second;
    expect(lane.drawing()).toBeUndefined();
    await lane.close();
  });

  test("is another worker's when the lease is, and ours again with it", async () => {
    const { lane, webui, states, said, calls } = start();
    await expect.poll(() => said.length).toBeGreaterThan(0);
    webui.ours = false;
    lane.refresh();
    await expect.poll(() => lane.state()).toBe("elsewhere");
    const before = [said.length, calls.filter((call) => call === "ready").length];
    await expect(lane.draw("1", signal, async () => undefined)).rejects.toThrow(AsideError);
    // The other worker looks at it, and says how it is.
    lane.refresh();
    await expect.poll(() => calls.at(-1)).toBe("lease");
    expect([said.length, calls.filter((call) => call === "ready").length]).toEqual(before);
    webui.ours = true;
    lane.refresh();
    await expect.poll(() => lane.isUp()).toBe(true);
    expect(states).toEqual(["up", "elsewhere", "up"]);
    await lane.close();
  });

  test("does at once what it is asked for while it looks, and closes", async () => {
    const { lane, calls, webui } = start();
    await expect.poll(() => lane.isUp()).toBe(true);
    const looks = () => calls.filter((call) => call === "ready").length;
    const before = looks();
    webui.whenAsked = () => looks() < before + 4 && lane.refresh();
    lane.refresh();
    await expect.poll(looks, { timeout: 2_500 }).toBe(before + 4);
    const end = Promise.withResolvers<void>();
    webui.whenAsked = () => lane.close().then(end.resolve);
    lane.refresh();
    await end.promise;
    expect(looks()).toBe(before + 5);
  });

  test("is looked at less and less often while nothing answers, and is ours all the while", async () => {
    await inFakeTime(async () => {
      const { lane, calls, fails, webui, states } = start();
      await pass(0);
      expect(states).toEqual(["up"]);
      fails(down);
      await pass(3_000);
      expect(states).toEqual(["up", "down"]);
      const looks = gaps([0, ...(await timesOf("ready", calls, 60_000))]);
      expect(looks.slice(0, 4)).toEqual([1_000, 1_500, 2_250, 3_500]);
      expect(Math.max(...looks)).toBe(10_000);
      expect(Math.max(...gaps(await timesOf("lease", calls, 60_000)))).toBeLessThan(leaseMs);
      // What answers, but is busy with what was given up, is asked more often.
      fails(undefined);
      webui.busy = true;
      await pass(10_000);
      expect(states.at(-1)).toBe("resting");
      expect(Math.max(...gaps(await timesOf("ready", calls, 15_000)))).toBe(3_000);
      // And from the beginning once it was up.
      webui.busy = false;
      await pass(3_000);
      expect(states.at(-1)).toBe("up");
      fails(down);
      await pass(3_000);
      expect((await timesOf("ready", calls, 2_500)).slice(0, 2)).toEqual([1_000, 2_500]);
      await closed(lane);
      expect(await timesOf("lease", calls, 20_000)).toEqual([]);
    });
  });

  test("says what is wrong, and that it does not answer any more when it rests for too long", async () => {
    await inFakeTime(async () => {
      const { lane, said, fails, webui } = start();
      const says = async (ms: number) => {
        await pass(ms);
        return said.at(-1);
      };
      expect(await says(0)).toEqual({ up: true, state: "up", trouble: undefined });
      const causes: [BackendFault, Trouble][] = [
        ["down", "down"],
        ["timeout", "hung"],
        ["denied", "denied"],
        ["nonsense", "nonsense"],
      ];
      for (const [fault, trouble] of causes) {
        fails(new BackendError(fault, ""));
        expect(await says(10_000)).toEqual({ up: false, state: "down", trouble });
      }
      fails(new DOMException("too long", "TimeoutError"));
      expect(await says(10_000)).toEqual({ up: false, state: "down", trouble: "hung" });
      fails(undefined);
      expect(await says(10_000)).toEqual({ up: true, state: "up", trouble: undefined });
      webui.drained = true;
      expect(await says(3_000)).toEqual({ up: false, state: "drained", trouble: undefined });
      webui.drained = false;
      await pass(3_000);
      webui.busy = true;
      const memory = new BackendError("memory", "");
      await expect(lane.draw("1", signal, async () => Promise.reject(memory))).rejects.toBe(memory);
      // It may come to itself.
      expect(await says(0)).toEqual({ up: true, state: "resting", trouble: "memory" });
      expect(await says(40_000)).toEqual({ up: false, state: "resting", trouble: "memory" });
      webui.busy = false;
      // What it draws for a worker that is gone is awaited first.
      webui.awaited = true;
      expect((await says(6_000))?.state).toBe("resting");
      webui.awaited = false;
      expect(await says(6_000)).toEqual({ up: true, state: "up", trouble: undefined });
      webui.busy = true;
      expect(await says(3_000)).toEqual({ up: true, state: "resting", trouble: undefined });
      // Whatever others draw there, it answers.
      expect(await says(40_000)).toEqual({ up: true, state: "resting", trouble: undefined });
      await closed(lane);
    });
  });

  test("is down while it stands still as it draws, and up when it goes on; what it draws is waited for", async () => {
    await inFakeTime(async () => {
      const { lane, said, webui } = start();
      const says = async (ms: number) => {
        await pass(ms);
        return said.at(-1);
      };
      await pass(0);
      for (const speaks of [true, false]) {
        const { promise, resolve } = Promise.withResolvers<void>();
        // One that never answers as it draws says nothing by that.
        webui.silent = !speaks;
        const drawing = lane.draw("1", signal, async () => promise);
        expect((await says(30_000))?.up).toBe(true);
        webui.silent = true;
        const down = { up: false, state: "down", trouble: "hung" };
        const up = { up: true, state: "up", trouble: undefined };
        expect(await says(30_000)).toEqual(speaks ? down : up);
        webui.silent = false;
        expect(await says(12_000)).toEqual(up);
        resolve();
        await drawing;
        expect(await says(3_000)).toEqual(up);
      }
      await closed(lane);
    });
  });
});
