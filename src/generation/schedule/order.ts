import type { Ledger, WaitingJob } from "./ledger.ts";
import { isBefore, type Turn, turnsOf } from "./turns.ts";

type Member = Pick<Turn, "time" | "jobs">;
type Guild = { time: number; members: Member[] };

/**
 * The order in which those who wait would be drawn if models were of no account, which puts nobody off for longer than
 * the bound: always the next job of whose turn it is. For places and estimates; what is really drawn next, `chooseNext`
 * says.
 */
export function fairOrder<T extends WaitingJob>(waiting: readonly T[], ledger: Ledger): T[] {
  const guilds = new Map<string, Guild>();
  for (const { guildId, guildTime, time, jobs } of turnsOf(waiting, ledger)) {
    const guild = guilds.get(guildId) ?? { time: guildTime, members: [] };
    guild.members.push({ time, jobs });
    guilds.set(guildId, guild);
  }
  const order: T[] = [];
  for (let left = [...guilds.values()]; left.length > 0;) {
    const guild = leastOf(left, oldestIn);
    const member = leastOf(guild.members, ({ jobs }) => jobs[0]);
    const [job, next, ...later] = member.jobs;
    // It came from the same list.
    order.push(job as T);
    member.time += job.cost / job.weight;
    guild.time += job.cost / job.guildWeight;
    if (next !== undefined) member.jobs = [next, ...later];
    else guild.members = guild.members.filter((other) => other !== member);
    if (guild.members.length === 0) left = left.filter((other) => other !== guild);
  }
  return order;
}

const oldestIn = ({ members }: Guild) =>
  members.map(({ jobs }) => jobs[0]).reduce((a, b) => (isBefore(b, a) < 0 ? b : a));

/** Of those who have had the least, who has waited longest: as in `turnsOf`, which is asked anew each time. */
function leastOf<T extends { time: number }>(
  all: readonly T[],
  oldestOf: (each: T) => WaitingJob,
): T {
  return all.reduce((least, each) => {
    if (each.time !== least.time) return each.time < least.time ? each : least;
    return isBefore(oldestOf(each), oldestOf(least)) < 0 ? each : least;
  });
}
