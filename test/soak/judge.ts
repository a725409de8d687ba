import type { ProcessSample, Sample } from "./samples.ts";
import { certaintyOf, medianOf, slopeOf } from "./trend.ts";

/** Memory may rise by less than both, in MB and as a share of what is held, in a simulated hour. */
const mostMb = 1;
const mostShare = 0.01;
/** A count rises when it does so by more than this in a simulated hour: one in five hours is a leak. */
const mostCount = 0.2;
/** And only by what chance alone brings once in a hundred times: there are few counts, and sockets come and go. */
const leastCertainty = 2.33;
/** Who lives for fewer calm hours of the second half tells nothing. */
const leastSamples = 6;
/** One stays of each server or member, and of each member who has set something; every quarter brings new ones. */
const grows = new Set(["stats", "settings"]);

type Series = {
  what: string;
  kind: "memory" | "count";
  points: { x: number; y: number }[];
};

export type Trend = { what: string; median: number; perHour: number; isRight: boolean };

/** What rose, hour by hour, over the second half of the run: of every process that lived through it, and of Redis. */
export function judge(samples: readonly Sample[]): Trend[] {
  const last = samples.at(-1)?.hour ?? 0;
  const late = samples.filter(({ hour }) => hour >= last / 2);
  const calm = late.filter(({ isCalm }) => isCalm);
  // Who was started later is still taking what it needs.
  const pids = late[0]?.processes.map(({ pid }) => pid) ?? [];
  const lived = pids.filter((pid) => calm.filter((each) => find(each, pid)).length >= leastSamples);
  const series = [
    ...lived.flatMap((pid) => [...memoryOf(late, pid), ...countsOf(calm, pid)]),
    seriesOf("connections to Redis", "count", calm, ({ redis }) => redis.connections),
    ...namesOf(calm.map(({ redis }) => redis.lasting))
      .filter((family) => !grows.has(family))
      .map((family) =>
        seriesOf(
          `lasting keys: ${family}`,
          "count",
          calm,
          ({ redis }) => redis.lasting[family] ?? 0,
        ),
      ),
  ];
  return series.filter(({ points }) => points.length >= leastSamples).map(trendOf);
}

function trendOf({ what, kind, points }: Series): Trend {
  const median = medianOf(points.map(({ y }) => y));
  const perHour = slopeOf(points);
  const isRight =
    kind === "count"
      ? perHour < mostCount || certaintyOf(points) < leastCertainty
      : perHour < Math.min(mostMb, median * mostShare);
  return { what, median, perHour, isRight };
}

function memoryOf(samples: readonly Sample[], pid: number): Series[] {
  const of = (what: string, value: (found: ProcessSample) => number) =>
    seriesOf(`${nameOf(samples, pid)}: ${what}`, "memory", samples, (sample) => {
      const found = find(sample, pid);
      return found === undefined ? undefined : value(found);
    });
  return [of("heap, MB", ({ heapMb }) => heapMb), of("resident, MB", ({ rssMb }) => rssMb)];
}

function countsOf(samples: readonly Sample[], pid: number): Series[] {
  return (["resources", "files"] as const).flatMap((group) =>
    namesOf(samples.map((sample) => find(sample, pid)?.[group] ?? {})).map((kind) =>
      seriesOf(`${nameOf(samples, pid)}: ${group}, ${kind}`, "count", samples, (sample) => {
        const found = find(sample, pid);
        return found === undefined ? undefined : (found[group][kind] ?? 0);
      }),
    ),
  );
}

const find = ({ processes }: Sample, pid: number) => processes.find((each) => each.pid === pid);

const nameOf = (samples: readonly Sample[], pid: number) =>
  samples.flatMap((sample) => find(sample, pid)?.name ?? [])[0] ?? "";

const namesOf = (counts: readonly Record<string, number>[]) => [
  ...new Set(counts.flatMap((each) => Object.keys(each))),
];

function seriesOf(
  what: string,
  kind: Series["kind"],
  samples: readonly Sample[],
  value: (sample: Sample) => number | undefined,
): Series {
  const points = samples.flatMap((sample) => {
    const y = value(sample);
    return y === undefined ? [] : { x: sample.hour, y };
  });
  return { what, kind, points };
}
