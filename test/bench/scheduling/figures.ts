import { guildTime, memberOf, memberTime } from "../../../src/generation/schedule/ledger.ts";
import { type Given, type Rule, simulate } from "./simulate.ts";
import { createWorkload, lowerBound, type Scenario } from "./workload.ts";

export type Figures = {
  makespan: number;
  /** The lower bound as a share of the makespan. */
  share: number;
  jain: number;
  loads: number;
  /** GPU seconds, of the turn that was put off most. */
  putOff: number;
};

/** The means of the seeds 1 to `seeds`; of what turns were put off by, the worst of the first `counted` seeds. */
export function figuresOf(scenario: Scenario, rule: Rule, seeds: number, counted = seeds): Figures {
  const runs = Array.from({ length: seeds }, (_, seed) => {
    const asked = createWorkload(scenario, seed + 1);
    const webuis = Array.from({ length: scenario.webuis }, (__, index) => ({ name: `${index}` }));
    const { given, end } = simulate({ webuis, asked, swapSeconds: scenario.swapSeconds }, rule);
    return {
      makespan: end,
      least: lowerBound(scenario, asked),
      jain: jain(given, end / 2),
      loads: given.filter(({ loaded }) => loaded).length,
      putOff: seed < counted ? worstPutOff(given) : 0,
    };
  });
  const mean = (of: (run: (typeof runs)[number]) => number) =>
    runs.reduce((sum, run) => sum + of(run), 0) / seeds;
  const makespan = mean((run) => run.makespan);
  return {
    makespan,
    share: mean(({ least }) => least) / makespan,
    jain: mean((run) => run.jain),
    loads: mean(({ loads }) => loads),
    putOff: Math.max(...runs.map(({ putOff }) => putOff)),
  };
}

/** Jain's index of the seconds drawn for each member until then: 1 when all had the same. */
export function jain(
  given: readonly Pick<Given, "job" | "drawsFrom" | "until">[],
  until: number,
): number {
  const drawn = new Map<string, number>();
  for (const { job, drawsFrom, until: end } of given) {
    const seconds = Math.max(0, Math.min(end, until) - drawsFrom);
    drawn.set(memberOf(job), (drawn.get(memberOf(job)) ?? 0) + seconds);
  }
  const all = [...drawn.values()];
  const sum = all.reduce((total, seconds) => total + seconds, 0);
  return sum ** 2 / (all.length * all.reduce((total, seconds) => total + seconds ** 2, 0));
}

/**
 * Counted from outside: the GPU seconds, loading included, that others were given while it was a member's turn and until
 * the member was given something. Whoever is served at the same instant was not put off.
 */
export function worstPutOff(given: readonly Given[], secondsOf = realSeconds): number {
  const putOff = new Map<string, number>();
  let worst = 0;
  for (const each of given) {
    const now = new Set(given.filter(({ at }) => at === each.at).map(({ job }) => job.id));
    now.delete(each.job.id);
    const first = firstOf(each, now);
    const member = memberOf(each.job);
    if (first !== undefined && first !== member) {
      const seconds = (putOff.get(first) ?? 0) + secondsOf(each);
      putOff.set(first, seconds);
      worst = Math.max(worst, seconds);
    }
    putOff.delete(member);
  }
  return worst;
}

type Place = { member: string; guildTime: number; guildSince: number; time: number };

/** Whose turn it was, worked out in another way than the scheduler does; who waits stands in the order of coming. */
function firstOf({ waiting, ledger }: Given, served: ReadonlySet<string>): string | undefined {
  const since = new Map<string, number>();
  const places = new Map<string, Map<string, Place & { isHere: boolean }>>();
  for (const [position, job] of waiting.entries()) {
    const guild = places.get(job.guildId) ?? new Map<string, Place & { isHere: boolean }>();
    if (guild.size === 0) places.set(job.guildId, guild);
    if (guild.size === 0) since.set(job.guildId, position);
    const isHere = job.fitsHere && !served.has(job.id);
    const place = guild.get(job.userId);
    if (place !== undefined) place.isHere ||= isHere;
    else {
      const guildSince = since.get(job.guildId) ?? 0;
      const time = memberTime(ledger, job);
      const member = memberOf(job);
      guild.set(job.userId, {
        member,
        guildTime: guildTime(ledger, job),
        guildSince,
        time,
        isHere,
      });
    }
  }
  let first: Place | undefined;
  for (const guild of places.values())
    for (const place of guild.values())
      if (place.isHere && (first === undefined || comesBefore(place, first))) first = place;
  return first?.member;
}

function comesBefore(a: Place, b: Place): boolean {
  if (a.guildTime !== b.guildTime) return a.guildTime < b.guildTime;
  if (a.guildSince !== b.guildSince) return a.guildSince < b.guildSince;
  return a.time < b.time;
}

export const realSeconds = ({ at, until }: Given) => until - at;
