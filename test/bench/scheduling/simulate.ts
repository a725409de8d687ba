import {
  emptyLedger,
  type Ledger,
  settle,
  type WaitingJob,
} from "../../../src/generation/schedule/ledger.ts";
import type { OtherLane } from "../../../src/generation/schedule/other-lanes.ts";
import type { Asked } from "./workload.ts";

export type Webui = { name: string; can?: (model: string) => boolean };

/** What a rule is asked, once for each webui that is free. */
export type Question = {
  waiting: readonly WaitingJob[];
  lane: { loaded: string | undefined };
  otherLanes: readonly OtherLane[];
  ledger: Ledger;
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

type Lane = { loaded?: string; job?: Asked; from: number; until: number; thought: number };

/** A webui that left everything to others is asked again after this, if nothing happens before. Seconds. */
const again = 1;

/** Jobs and webuis in virtual time: whatever happens, every free webui is asked what it draws next. */
export function simulate(
  {
    webuis,
    asked,
    swapSeconds,
  }: { webuis: readonly Webui[]; asked: readonly Asked[]; swapSeconds: number },
  rule: Rule,
) {
  const coming = asked.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const lanes: Lane[] = webuis.map(() => ({ from: 0, until: 0, thought: 0 }));
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
        other === index
          ? []
          : [
              {
                loaded: lane.loaded,
                freeInSeconds: lane.job === undefined ? 0 : freeIn(lane, now),
                can: ({ model }: WaitingJob) => can(other, model),
              },
            ],
      ),
      ledger,
    };
  };
  /** True when it was given a job. */
  const ask = (lane: Lane, index: number): boolean => {
    if (lane.job !== undefined || waiting.length === 0) return false;
    const question = questionOf(index);
    const answer = rule(question);
    if (answer === undefined) {
      left.push({ webui: index, at: now, question });
      return false;
    }
    const job = known.get(answer.id);
    if (job === undefined || !waiting.includes(job)) throw new Error(`${answer.id} does not wait`);
    const loaded = lane.loaded !== job.model;
    lane.from = now + (loaded ? swapSeconds : 0);
    lane.until = lane.from + job.seconds;
    lane.thought = lane.from + job.estimate;
    lane.job = job;
    lane.loaded = job.model;
    const { from: drawsFrom, until } = lane;
    given.push({
      job,
      webui: index,
      at: now,
      loaded,
      drawsFrom,
      until,
      waiting: question.waiting,
      ledger,
    });
    ledger = answer.ledger;
    waiting = waiting.filter((each) => each !== job);
    return true;
  };

  let come = 0;
  while (true) {
    for (const lane of lanes) {
      if (lane.job === undefined || lane.until > now) continue;
      ledger = settle(ledger, lane.job.id, lane.job.seconds, waiting.length);
      delete lane.job;
    }
    while ((coming[come]?.at ?? Infinity) <= now) waiting.push(coming[come++] as Asked);
    while (lanes.some(ask));
    const ends = lanes.flatMap(({ job, until }) => (job === undefined ? [] : [until]));
    const isLeft = waiting.length > 0 && ends.length < lanes.length;
    const next = Math.min(...ends, coming[come]?.at ?? Infinity, isLeft ? now + again : Infinity);
    if (next === Infinity) break;
    if (ends.length === 0 && come === coming.length && isLeft)
      throw new Error(`every webui is free, and ${waiting.length} jobs are left waiting`);
    now = next;
  }
  return { given, left, ledger, end: Math.max(0, ...given.map(({ until }) => until)) };
}

/** The job as the scheduler sees it for a webui. */
export function toWaiting(job: Asked, { can }: Webui): WaitingJob {
  const { at: arrivedAt, estimate: cost, seconds: _, ...known } = job;
  return { ...known, cost, arrivedAt, fitsHere: can?.(job.model) ?? true };
}

/** What takes longer than was thought may do so as long again. */
function freeIn({ thought }: Lane, now: number): number {
  return Math.max(0.001, Math.abs(thought - now));
}
