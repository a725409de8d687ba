import { guildTime, type Ledger, memberOf, memberTime, type WaitingJob } from "./ledger.ts";

/** A member who waits, with the jobs in the order in which they came. */
export type Turn = {
  member: string;
  guildId: string;
  userId: string;
  /** GPU time by weight, of the server and of the member. */
  guildTime: number;
  time: number;
  jobs: [WaitingJob, ...WaitingJob[]];
};

/**
 * Whose turn it is: the server that had the least GPU time for its weight, in it the member who had the least. Equals go by
 * who has waited longest.
 */
export function turnsOf(jobs: readonly WaitingJob[], ledger: Ledger): Turn[] {
  const guilds = [...groupByOldest(jobs.toSorted(isBefore), ({ guildId }) => guildId)];
  const turns = guilds.flatMap(([guildId, own]) => {
    const paid = guildTime(ledger, { guildId });
    const members = [...groupByOldest(own, ({ userId }) => userId)].map(([userId, theirs]) => {
      const who = { member: memberOf({ guildId, userId }), guildId, userId };
      return { ...who, guildTime: paid, time: memberTime(ledger, who), jobs: theirs };
    });
    // Sorting keeps equals as they stand.
    return { paid, members: members.sort((a, b) => a.time - b.time) };
  });
  return turns.sort((a, b) => a.paid - b.paid).flatMap(({ members }) => members);
}

/** In the order of each group's first. */
function groupByOldest(jobs: readonly WaitingJob[], nameOf: (job: WaitingJob) => string) {
  const groups = new Map<string, Turn["jobs"]>();
  for (const job of jobs) {
    const group = groups.get(nameOf(job));
    if (group === undefined) groups.set(nameOf(job), [job]);
    else group.push(job);
  }
  return groups;
}

/** The turns as they are for a part of the jobs. */
export function withOnly(turns: readonly Turn[], isMeant: (job: WaitingJob) => boolean): Turn[] {
  return turns.flatMap((turn) => {
    if (turn.jobs.every(isMeant)) return [turn];
    const [oldest, ...later] = turn.jobs.filter(isMeant);
    return oldest === undefined ? [] : [{ ...turn, jobs: [oldest, ...later] as Turn["jobs"] }];
  });
}

/** Who waits longer stands first. */
export const isBefore = (a: WaitingJob, b: WaitingJob): number =>
  a.arrivedAt - b.arrivedAt || (a.id < b.id ? -1 : 1);
