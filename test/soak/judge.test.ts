import { describe, expect, test } from "vitest";
import { createChance } from "../faults/chance.ts";
import { judge } from "./judge.ts";
import type { ProcessSample, Sample } from "./samples.ts";

/** A quarter of an hour each. */
const day = Array.from({ length: 96 }, (_, index) => (index + 1) / 4);

type Change = (sample: Sample & { bot: ProcessSample; worker: ProcessSample }) => void;

/** A day in which nothing rises, though everything varies; `change` plants what does. */
function measured(change: Change = () => undefined): Sample[] {
  const chance = createChance(5);
  const process = (name: string, pid: number): ProcessSample => ({
    name,
    pid,
    heapMb: 55 + chance.next() * 2,
    rssMb: 170 + chance.next() * 6,
    resources: { TCPSocketWrap: chance.between(8, 11), Timeout: chance.between(3, 4) },
    files: { socket: chance.between(12, 15), file: 6 },
  });
  return day.map((hour) => {
    const [bot, worker] = [process("bot", 1), process("worker", 2)];
    const lasting = { stats: hour * 20, settings: hour * 11, runs: chance.between(1, 2) };
    const sample: Sample = {
      hour,
      isCalm: Number.isInteger(hour),
      processes: [bot, worker],
      redis: { connections: chance.between(11, 13), lasting, passing: hour * 90, usedMb: hour },
    };
    change({ ...sample, bot, worker });
    return sample;
  });
}

const risen = (change?: Change) =>
  judge(measured(change)).flatMap(({ what, isRight }) => (isRight ? [] : what));

describe("the judge of a day", () => {
  test("finds nothing where everything varies and nothing rises, and has looked at all of it", () => {
    expect(risen()).toEqual([]);
    expect(judge(measured()).map(({ what }) => what)).toEqual([
      ...["bot", "worker"].flatMap((name) => [
        `${name}: heap, MB`,
        `${name}: resident, MB`,
        `${name}: resources, TCPSocketWrap`,
        `${name}: resources, Timeout`,
        `${name}: files, socket`,
        `${name}: files, file`,
      ]),
      "connections to Redis",
      "lasting keys: runs",
    ]);
  });

  test.each<[what: string, change: Change]>([
    ["bot: heap, MB", ({ bot, hour }) => void (bot.heapMb += hour * 1.2)],
    ["worker: resident, MB", ({ worker, hour }) => void (worker.rssMb += hour * 1.2)],
    // Less than 1 MB, and yet a hundredth of it every hour.
    ["bot: heap, MB", ({ bot, hour }) => void (bot.heapMb = 20 + hour * 0.5)],
    [
      "worker: resources, Timeout",
      ({ worker, hour }) => void (worker.resources["Timeout"] = 4 + Math.floor(hour / 3)),
    ],
    ["bot: resources, PipeWrap", ({ bot, hour }) => void (bot.resources["PipeWrap"] = hour)],
    ["bot: files, file", ({ bot, hour }) => void (bot.files["file"] = 6 + Math.floor(hour / 2))],
    ["connections to Redis", ({ redis, hour }) => void (redis.connections += hour)],
    ["lasting keys: leases", ({ redis, hour }) => void (redis.lasting["leases"] = hour)],
  ])("finds planted: %s", (what, change) => {
    expect(risen(change)).toEqual([what]);
  });

  test("is not misled by a few wild values, or by what a process took at its start", () => {
    const wild: Change = ({ bot, hour }) => {
      if (hour < 8) bot.heapMb -= 20 - hour * 2;
      if (hour === 20 || hour === 23) bot.heapMb += 90;
    };
    expect(risen(wild)).toEqual([]);
  });

  test("does not call it a rise that sockets wander, but a leak behind the same wandering", () => {
    const wander = [35, 36, 36, 37, 36, 38, 39, 38, 38, 37, 39, 33];
    const plant = (sockets: readonly number[]) =>
      risen(({ worker, hour, isCalm }) => {
        if (isCalm && hour > 12) worker.files["socket"] = sockets[hour - 13] ?? 0;
      });
    expect(plant(wander)).toEqual([]);
    expect(plant([35, 36, 36, 37, 36, 38, 39, 38, 38, 39, 39, 40])).toEqual([
      "worker: files, socket",
    ]);
  });

  test("compares counts of calm quarters only", () => {
    const busy: Change = ({ bot, hour, isCalm }) => {
      if (!isCalm) bot.resources["Timeout"] = hour;
    };
    expect(risen(busy)).toEqual([]);
  });

  test("does not compare a process with the one that took its place", () => {
    const started: Change = ({ worker, hour }) => {
      worker.pid = hour > 23 ? 4 : 2;
      worker.heapMb = hour > 23 ? hour * 9 : worker.heapMb;
    };
    expect(risen(started)).toEqual([]);
  });
});
