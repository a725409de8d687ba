import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createChance } from "../faults/chance.ts";
import { openInstallation } from "../faults/runs/installation.ts";
import { playRun, type Story } from "../faults/runs/run.ts";
import { sum } from "../../src/generation/tally.ts";
import { measureProcesses, warningsOf } from "./processes.ts";
import { measureRedis } from "./redis.ts";
import type { Sample } from "./samples.ts";
import { chooseTroubles } from "./troubles.ts";
import { createVisitors } from "./visits.ts";
import { startSoakedWebuis } from "./webuis.ts";

export type Soak = { hours: number; seed: number; jobs: number };
export type Hour = Pick<
  Story,
  "accepted" | "cancelled" | "failed" | "blows" | "problems" | "timeline"
> & {
  hour: number;
  interactions: number;
  sample: Sample;
};

const quarterMs = 15 * 60_000;
const quarters = 4;
const probe = new URL("probe.ts", import.meta.url).href;

/**
 * Days squeezed into minutes: what is asked for in a quarter of an hour is asked for within seconds, and then all clocks go
 * on to the next. Three quarters of each hour bring troubles, the fourth none.
 */
export async function soak({ hours, seed, jobs }: Soak, onHour: (hour: Hour) => void) {
  const folder = await mkdtemp(join(tmpdir(), "easel-soak-"));
  const probes = join(folder, "probes");
  await mkdir(probes);
  const installation = await openInstallation("shared", seed, {
    more: { NODE_OPTIONS: `--import ${probe}`, PROBE_DIR: probes },
    start: startSoakedWebuis,
  });
  const chance = createChance(seed);
  const { counts, visit } = createVisitors(installation.discord, createChance(seed + 1));
  const stories: Story[] = [];
  const samples: Sample[] = [];
  let aheadMs = 0;

  async function playQuarter(hour: number, quarter: number): Promise<Story> {
    const startedAt = Date.now();
    const isCalm = quarter === quarters - 1;
    const story = await playRun(installation, {
      seed: seed * 1_000 + hour * quarters + quarter,
      load: {
        errands: jobs,
        blows: isCalm ? [] : chooseTroubles(chance),
        beside: visit,
        isThorough: isCalm,
      },
    });
    const [processes, redis] = await Promise.all([
      measureProcesses(probes),
      measureRedis(installation.redis),
    ]);
    samples.push({ hour: hour + (quarter + 1) / quarters, isCalm, processes, redis });
    const leftMs = Math.max(0, quarterMs - (Date.now() - startedAt));
    aheadMs += leftMs;
    installation.discord.advance(leftMs);
    for (const program of installation.programs) program.setClock(aheadMs);
    return story;
  }

  async function playHour(hour: number): Promise<void> {
    const before = counts.made;
    const played: Story[] = [];
    for (let quarter = 0; quarter < quarters; quarter += 1)
      played.push(await playQuarter(hour, quarter));
    stories.push(...played);
    const sample = samples.at(-1);
    if (sample === undefined) return;
    onHour({
      hour: hour + 1,
      ...totalsOf(played),
      blows: played.flatMap(({ blows }) => blows),
      problems: played.flatMap(({ problems }) => problems),
      // Of what went wrong.
      timeline: played.flatMap(({ problems, timeline }) => (problems.length === 0 ? [] : timeline)),
      interactions: counts.made - before,
      sample,
    });
  }

  try {
    for (let hour = 0; hour < hours; hour += 1) await playHour(hour);
    const ends = await installation.stop();
    const problems = [
      ...stories.flatMap((story) => story.problems),
      ...warningsOf(probes).map((warning) => `warned: ${warning}`),
      ...ends,
    ];
    return {
      samples,
      problems,
      totals: { ...totalsOf(stories), interactions: counts.made, "of them in vain": counts.failed },
    };
  } finally {
    await installation.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

function totalsOf(stories: readonly Story[]) {
  const total = (value: (story: Story) => number) => sum(stories.map(value));
  return {
    accepted: total((story) => story.accepted),
    "ended once": total((story) => story.postedOnce),
    cancelled: total((story) => story.cancelled),
    failed: total((story) => story.failed),
    lost: total((story) => story.lost),
    "drawn twice": total((story) => story.drawnTwice),
    excused: total((story) => story.excused),
    troubles: total((story) => story.blows.length),
  };
}
