import type { Ledger, WaitingJob } from "./ledger.ts";
import { turnsOf } from "./turns.ts";

type Member = { time: number; jobs: WaitingJob[]; rank: number };
type Guild = { time: number; members: Member[]; rank: number };

/**
 * The order in which those who wait would be drawn if models were of no account, which puts nobody off for longer than
 * the bound: always the next job of whose turn it is. For places and estimates; what is really drawn next, `chooseNext`
 * says.
 */
export function fairOrder<T extends WaitingJob>(waiting: readonly T[], ledger: Ledger): T[] {
  const guilds = new Map<string, Guild>();
  for (const [rank, { guildId, guildTime, time, jobs }] of turnsOf(waiting, ledger).entries()) {
    const guild = guilds.get(guildId) ?? { time: guildTime, members: [], rank };
    guild.members.push({ time, jobs: [...jobs], rank });
    guilds.set(guildId, guild);
  }
  const order: T[] = [];
  for (let left = [...guilds.values()]; left.length > 0;) {
    const guild = leastOf(left);
    const member = leastOf(guild.members);
    const job = member.jobs.shift();
    if (job !== undefined) {
      // It came from the same list.
      order.push(job as T);
      member.time += job.cost / job.weight;
      guild.time += job.cost / job.guildWeight;
    }
    if (member.jobs.length > 0) continue;
    guild.members = guild.members.filter((other) => other !== member);
    if (guild.members.length === 0) left = left.filter((other) => other !== guild);
  }
  return order;
}

/** Of those who have had the least, who stood first. */
function leastOf<T extends { time: number; rank: number }>(all: readonly T[]): T {
  return all.reduce((least, each) => {
    if (each.time !== least.time) return each.time < least.time ? each : least;
    return each.rank < least.rank ? each : least;
  });
}
