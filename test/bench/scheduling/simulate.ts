import {
  emptyLedger,
  type Ledger,
  settle,
  type WaitingJob,
} from "../../../src/generation/schedule/ledger.ts";
import type { OtherLane } from "../../../src/generation/schedule/other-lanes.ts";
import type { Asked } from "./workload.ts";

export type Webui = {
  name: string;
  can?: (model: string) => boolean;
  /** What everything takes there, by how much more than on others; 1 if not said. */
  pace?: number;
  /** What it has loaded at the start. */
  loaded?: string;
  /** When it comes; at the start if not said. Seconds. */
  from?: number;
};

/** What a rule is asked, once for each webui that is free. */
export type Question = {
  waiting: readonly WaitingJob[];
  lane: { loaded: string | undefined };
  otherLanes: readonly OtherLane[];
  ledger: Ledger;
  /** What loading takes there. */
  swapSeconds: number;
};
export type Rule = (question: Question) => { id: string; ledger: Ledger } | undefined;

export type Given = {
  job: Asked;
  webui: number;
  at: number;
  loaded: boolean;
  /** When drawing begins, after loading. */
  drawsFrom: number;
  until: number;
  /** Who waited, and the ledger, before it was given. */
  waiting: readonly WaitingJob[];
  ledger: Ledger;
};
export type Left = { webui: number; at: number; question: Question };

/** `jobs`: what it draws, and what it was given to draw next. */
type Lane = {
  loaded?: string;
  jobs: { job: Asked; until: number; seconds: number }[];
  until: number;
  thought: number;
};

/** A webui that left everything to others is asked again after this, if nothing happens before. Seconds. */
const again = 1;
/** What additions of seconds leave over. */
const tiny = 1e-9;

/** Jobs and webuis in virtual time: whatever happens, every free webui is asked what it draws next. */
export function simulate(
  {
    webuis,
    asked,
    swapSeconds,
    aheadSeconds = 0,
  }: {
    webuis: readonly Webui[];
    asked: readonly Asked[];
    swapSeconds: number;
    /** A webui is given its next job so long before it should be done with the one that it draws. */
    aheadSeconds?: number;
  },
  rule: Rule,
) {
  const coming = asked.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const lanes: Lane[] = webuis.map(({ loaded }) => ({
    ...(loaded === undefined ? {} : { loaded }),
    jobs: [],
    until: 0,
    thought: 0,
  }));
  const seen = webuis.map((webui) => new Map(asked.map((job) => [job, toWaiting(job, webui)])));
  const known = new Map(asked.map((job) => [job.id, job]));
  const given: Given[] = [];
  const left: Left[] = [];
  let waiting: Asked[] = [];
  let ledger = emptyLedger;
  let now = 0;

  const questionOf = (index: number): Question => {
    const can = (webui: number, model: string | undefined) =>
      webuis[webui]?.can?.(model ?? "") ?? true;
    return {
      waiting: waiting.map((job) => seen[index]?.get(job) as WaitingJob),
      lane: { loaded: lanes[index]?.loaded },
      otherLanes: lanes.flatMap((lane, other) =>
        other === index || !isThere(other)
          ? []
          : [
              {
                loaded: lane.loaded,
                freeInSeconds: lane.jobs.length === 0 ? 0 : freeIn(lane, now),
                can: ({ model }: WaitingJob) => can(other, model),
              },
            ],
      ),
      ledger,
      swapSeconds: swapSeconds * (webuis[index]?.pace ?? 1),
    };
  };
  /** True when it was given a job. */
  const ask = (lane: Lane, index: number): boolean => {
    const question = questionOf(index);
    const answer = rule(question);
    if (answer === undefined) {
      left.push({ webui: index, at: now, question });
      return false;
    }
    const job = known.get(answer.id);
    if (job === undefined || !waiting.includes(job)) throw new Error(`${answer.id} does not wait`);
    const pace = webuis[index]?.pace ?? 1;
    const loaded = lane.loaded !== job.model;
    const load = loaded ? swapSeconds * pace : 0;
    const drawsFrom = Math.max(now, lane.until) + load;
    lane.until = drawsFrom + job.seconds * pace;
    lane.thought = Math.max(now, lane.thought) + load + job.estimate * pace;
    lane.jobs.push({ job, until: lane.until, seconds: job.seconds * pace });
    lane.loaded = job.model;
    given.push({
      job,
      webui: index,
      at: now,
      loaded,
      drawsFrom,
      until: lane.until,
      waiting: question.waiting,
      ledger,
    });
    ledger = answer.ledger;
    waiting = waiting.filter((each) => each !== job);
    return true;
  };
  const isThere = (index: number) => (webuis[index]?.from ?? 0) <= now;
  const isFree = ({ jobs }: Lane) => jobs.length === 0 && waiting.length > 0;
  const isAhead = ({ jobs, thought }: Lane) =>
    jobs.length === 1 && waiting.length > 0 && thought - now < aheadSeconds;
  /** Who is free comes before who will be. */
  const askOne = () =>
    lanes.some((lane, index) => isFree(lane) && isThere(index) && ask(lane, index)) ||
    lanes.some((lane, index) => isAhead(lane) && ask(lane, index));

  let come = 0;
  while (true) {
    for (const lane of lanes) {
      for (const { job, seconds } of lane.jobs.filter(({ until }) => until <= now))
        ledger = settle(ledger, job.id, seconds, waiting.length);
      lane.jobs = lane.jobs.filter(({ until }) => until > now);
    }
    while ((coming[come]?.at ?? Infinity) <= now) waiting.push(coming[come++] as Asked);
    while (askOne());
    const busy = lanes.filter(({ jobs }) => jobs.length > 0);
    const ends = busy.flatMap(({ jobs }) => jobs.map(({ until }) => until));
    const nears = busy.flatMap(({ jobs, thought }) =>
      jobs.length === 1 && thought - aheadSeconds > now ? [thought - aheadSeconds] : [],
    );
    const isLeft = waiting.length > 0 && busy.length < lanes.length;
    const next = Math.min(
      ...ends,
      ...webuis.flatMap(({ from = 0 }) => (from > now ? [from] : [])),
      ...(aheadSeconds > 0 ? nears.map((at) => at + tiny) : []),
      coming[come]?.at ?? Infinity,
      isLeft ? now + again : Infinity,
    );
    if (next === Infinity) break;
    if (busy.length === 0 && come === coming.length && isLeft)
      throw new Error(`every webui is free, and ${waiting.length} jobs are left waiting`);
    now = next;
  }
  return { given, left, ledger, end: Math.max(0, ...given.map(({ until }) => until)) };
}

/** The job as the scheduler sees it for a webui. */
export function toWaiting(job: Asked, { can, pace = 1 }: Webui): WaitingJob {
  const { at: arrivedAt, estimate, seconds: _, ...known } = job;
  return { ...known, cost: estimate * pace, arrivedAt, fitsHere: can?.(job.model) ?? true };
}

/** What takes longer than was thought may do so as long again. */
function freeIn({ thought }: Lane, now: number): number {
  return Math.max(0.001, Math.abs(thought - now));
}
