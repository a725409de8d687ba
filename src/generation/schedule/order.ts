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
  for (const { members } of guilds.values()) members.sort(comesBefore);
  const order: T[] = [];
  for (let left = [...guilds.values()]; left.length > 0;) {
    const guild = leastOf(left, oldestIn);
    const member = guild.members.shift();
    if (member === undefined) break;
    const [job, next, ...later] = member.jobs;
    // It came from the same list.
    order.push(job as T);
    guild.time += job.cost / job.guildWeight;
    if (next !== undefined) {
      insert(guild.members, { time: member.time + job.cost / job.weight, jobs: [next, ...later] });
    }
    if (guild.members.length === 0) left = left.filter((other) => other !== guild);
  }
  return order;
}

/** Who has had less, and of equals who has waited longer: as in `turnsOf`, which is asked anew each time. */
const comesBefore = (a: Member, b: Member) => a.time - b.time || isBefore(a.jobs[0], b.jobs[0]);

/** Into a sorted list. */
function insert(members: Member[], member: Member): void {
  let [from, to] = [0, members.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = members[middle];
    if (other !== undefined && comesBefore(other, member) <= 0) from = middle + 1;
    else to = middle;
  }
  members.splice(from, 0, member);
}

const oldestIn = ({ members }: Guild) =>
  members.map(({ jobs }) => jobs[0]).reduce((a, b) => (isBefore(b, a) < 0 ? b : a));

/** The same among servers. */
function leastOf<T extends { time: number }>(
  all: readonly T[],
  oldestOf: (each: T) => WaitingJob,
): T {
  return all.reduce((least, each) => {
    if (each.time !== least.time) return each.time < least.time ? each : least;
    return isBefore(oldestOf(each), oldestOf(least)) < 0 ? each : least;
  });
}
