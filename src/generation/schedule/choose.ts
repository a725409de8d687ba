import { begin, type Ledger, memberOf, takeBack, tidy, type WaitingJob } from "./ledger.ts";
import { beginSooner, type OtherLane, reservedBy } from "./other-lanes.ts";
import { type Turn, turnsOf, withOnly } from "./turns.ts";

export type Situation = {
  /** All that waits, also what this webui cannot do. */
  waiting: readonly WaitingJob[];
  /** The webui that is free and asks. */
  lane: { loaded: string | undefined };
  otherLanes: readonly OtherLane[];
  ledger: Ledger;
  /** What loading a model takes here. */
  swapSeconds: number;
  /** See `limitOf`. */
  boundSeconds: number;
};

/** GPU seconds that a turn is put off by at most, where up to three webuis can do it. */
export const usualBoundSeconds = 30;

/** Each webui beyond three adds a third of the bound: what a member feels is the wait, and more webuis make it shorter. */
export function limitOf(boundSeconds: number, webuis: number): number {
  return boundSeconds * Math.max(1, webuis / 3);
}

/**
 * The job that a free webui draws next, and the ledger as it is then; nothing when it should leave what waits to others,
 * and is to ask again when anything changes, or in a second. The ledger is right only for who waits now: both are read at
 * once, and it is written together with taking the job, or not at all.
 *
 * 1. Everybody pays for GPU seconds by weight, and it is the turn of who paid least: first among servers, then within one.
 * 2. Who comes new, or back, begins at the least that anybody who waits has paid.
 * 3. What a free webui can draw without loading is left to that one.
 * 4. A webui draws on with the model it has loaded, for whoever of those that want it paid least.
 * 5. While it does so for others, the turn of who paid least is put off, and these GPU seconds are counted for all webuis
 *    together, until that member is given anything.
 * 6. No turn is put off beyond the bound: then the webui loads what that member's oldest job needs.
 * 7. It is not put off at all for one member alone who has more waiting than the bound could finish.
 * 8. Within a member's own jobs, too, the oldest is passed by later ones only for as long as the bound.
 * 9. A model that another webui has loaded is loaded a second time only when nothing else may be drawn.
 * 10. And not even then when all that waits begins sooner where its model is than it could be loaded here.
 */
export function chooseNext(situation: Situation): { id: string; ledger: Ledger } | undefined {
  const { waiting, lane, otherLanes, swapSeconds, boundSeconds } = situation;
  const isHere = ({ model }: WaitingJob) => model === undefined || model === lane.loaded;
  const secondsOf = (job: WaitingJob) => job.cost + (isHere(job) ? 0 : swapSeconds);

  const paidBack = takeBack(situation.ledger, waiting);
  const everybody = turnsOf(waiting, paidBack);
  const all = withOnly(everybody, (job) => job.fitsHere || otherLanes.some((l) => l.can(job)));
  const ledger = tidy(paidBack, everybody, all);
  const taken = reservedBy(
    otherLanes.filter(({ loaded }) => loaded !== lane.loaded),
    all,
  );
  const turns = withOnly(all, (job) => job.fitsHere && !taken.has(job));
  const first = turns[0];
  if (first === undefined) return undefined;

  const able = otherLanes.filter((other) => other.can(first.jobs[0])).length + 1;
  const limit = limitOf(boundSeconds, able);
  const left = limit - (ledger.putOff[first.member] ?? 0);
  const isAllowed = (job: WaitingJob) =>
    memberOf(job) === first.member || secondsOf(job) <= left + rounding;
  const find = (isMeant: (job: WaitingJob) => boolean) => {
    for (const { member, jobs } of turns) {
      const [oldest] = jobs;
      const passed = ledger.passed[member]?.[oldest.id] ?? 0;
      for (const job of jobs) {
        if (!isMeant(job)) continue;
        if (job === oldest || passed + secondsOf(job) <= boundSeconds) return job;
      }
    }
    return undefined;
  };
  const take = (job: WaitingJob) => ({
    id: job.id,
    ledger: begin(
      noteGiven(ledger, { job, first, turns, everybody, seconds: secondsOf(job) }),
      job,
    ),
  });

  const next = find(isHere);
  const holds = () => isWorthStaying(turns, isHere, left);
  if (next !== undefined && (memberOf(next) === first.member || (isAllowed(next) && holds())))
    return take(next);
  const isElsewhere = (job: WaitingJob) =>
    otherLanes.some((other) => other.loaded === job.model && other.can(job));
  const [due] = first.jobs;
  if (isHere(due) || !isElsewhere(due)) return take(due);
  const unloaded = find((job) => !isHere(job) && !isElsewhere(job));
  if (unloaded !== undefined && isAllowed(unloaded)) return take(unloaded);
  if (next === undefined && beginSooner(all, turns, otherLanes, swapSeconds)) return undefined;
  return take(due);
}

/** What additions of seconds leave over. */
const rounding = 1e-9;

/** Staying with a model serves several members, or finishes what there is of it. */
function isWorthStaying(
  turns: readonly Turn[],
  isHere: (job: WaitingJob) => boolean,
  left: number,
): boolean {
  const wanting = withOnly(turns, isHere);
  if (wanting.length > 1) return true;
  const seconds = wanting.flatMap(({ jobs }) => jobs).reduce((sum, { cost }) => sum + cost, 0);
  return seconds <= left + rounding;
}

/** Notes whose turn was put off by this, and which of the member's own jobs was passed; only for those that still wait. */
function noteGiven(
  ledger: Ledger,
  given: {
    job: WaitingJob;
    first: Turn;
    turns: readonly Turn[];
    everybody: readonly Turn[];
    seconds: number;
  },
): Ledger {
  const { job, first, turns, everybody, seconds } = given;
  const member = memberOf(job);
  const waiting = new Set(everybody.map((turn) => turn.member));
  const putOff = onlyOf(ledger.putOff, waiting);
  if (member !== first.member) putOff[first.member] = (putOff[first.member] ?? 0) + seconds;
  delete putOff[member];

  const own = everybody.find((turn) => turn.member === member)?.jobs ?? [];
  const later = new Set(own.filter((each) => each !== job).map(({ id }) => id));
  const passed = onlyOf(ledger.passed, waiting);
  const mine = onlyOf(passed[member] ?? {}, later);
  const oldest = turns.find((turn) => turn.member === member)?.jobs[0];
  if (oldest !== undefined && oldest !== job) mine[oldest.id] = (mine[oldest.id] ?? 0) + seconds;
  passed[member] = mine;
  if (Object.keys(mine).length === 0) delete passed[member];
  return { ...ledger, putOff, passed };
}

function onlyOf<T>(all: Record<string, T>, names: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}
