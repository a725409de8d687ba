import { chooseNext } from "../generation/schedule/choose.ts";
import { emptyLedger } from "../generation/schedule/ledger.ts";
import type { GenerateJob } from "../jobs.ts";
import type { Taken, Taker } from "../queue/taker.ts";
import type { Catalogs } from "../store/catalogs.ts";
import type { Drains } from "../store/drains.ts";
import type { Leases } from "../store/leases.ts";
import type { Line } from "../store/line.ts";
import type { Pauses } from "../store/pauses.ts";
import type { Hold, Schedule } from "../store/schedule.ts";
import type { Lane } from "./lane.ts";
import { createLately } from "./lately.ts";
import {
  type Facts,
  isFit,
  isShunned,
  loadingAt,
  modelAt,
  situationFor,
  toWaiting,
  withJob,
  withSettled,
} from "./situation.ts";
import { createWaitingJobs } from "./waiting-jobs.ts";

/** A job that a webui is to draw, and what that is thought to take, in seconds. */
export type Claim = {
  taken: Taken<"generate">;
  drawingSeconds: number;
  /** 0 where its model is loaded. */
  loadingSeconds: number;
};

/** Gives webuis their next jobs, one worker at a time among all of them. */
export type Scheduler = {
  /**
   * `idle`: nothing waits; `later`: what waits is left to others, or could not be taken just now. `isLikely`: there is
   * probably something, so that it is not worth a look before.
   */
  claim(lane: Lane, isLikely: boolean): Promise<Claim | "idle" | "later">;
  /** Whether a webui that is up, other than this one, could be given the job. */
  couldGoElsewhere(job: GenerateJob, webui: string): Promise<boolean>;
  close(): Promise<void>;
};

export type SchedulerParts = {
  /** Names this worker among all. */
  worker: string;
  taker: Taker<"generate">;
  schedule: Schedule;
  line: Line;
  catalogs: Catalogs;
  drains: Drains;
  pauses: Pauses;
  leases: Leases;
  /** GPU seconds that a turn may be put off by. */
  boundSeconds: number;
};

/** What webuis have and how they are is asked again after this. Milliseconds. */
const freshMs = 1_000;

export function createScheduler(parts: SchedulerParts): Scheduler {
  const { worker, taker, schedule, line, catalogs, drains, pauses, leases, boundSeconds } = parts;
  const jobs = createWaitingJobs(taker);
  const readWebuis = createLately(freshMs, async () => {
    const [states, drained] = await Promise.all([catalogs.read(), drains.all()]);
    const held = await leases.held(states.map(({ name }) => name));
    return states.map((state) => ({
      ...state,
      drained: drained.includes(state.name),
      tended: held.includes(state.name),
    }));
  });
  let last: Promise<unknown> = Promise.resolve();

  async function readFacts(hold: Hold): Promise<Facts> {
    // In this order: what goes back meanwhile is in one of the first two at least, and has settled before.
    const [active, waiting, known, webuis, runs, loaded, paused] = await Promise.all([
      taker.taken(),
      taker.waiting(),
      hold.read(),
      readWebuis.lately(),
      line.runs(),
      line.loaded(),
      pauses.all(),
    ]);
    const open = (await jobs.read(waiting)).filter(
      ({ reply }) => !paused.includes("all") && !paused.includes(reply.guildId ?? "all"),
    );
    // What nobody seems to be able to do, a webui may have that came a moment ago.
    const isOdd = open.some((job) => !webuis.some(({ catalog }) => isFit(job, catalog)));
    const all = isOdd ? await readWebuis.anew() : webuis;
    return { known, waiting, active, jobs: open, webuis: all, runs, loaded };
  }

  async function choose(lane: Lane, hold: Hold): Promise<Claim | "idle" | "later"> {
    // It may have been drained since it was looked at.
    const [facts, isDrained] = await Promise.all([readFacts(hold), drains.has(lane.backend.name)]);
    if (isDrained) return "later";
    const { known, waiting, active, runs } = facts;
    const here = { name: lane.backend.name, catalog: lane.catalog() };
    const ledger = withSettled(facts);
    const settled = Object.keys(known.settled);
    const choice = chooseNext(situationFor(here, facts, ledger, boundSeconds));
    if (choice === undefined) {
      const isOver = waiting.length === 0 && active.length === 0;
      const left = isOver ? emptyLedger : ledger;
      if (isOver || left !== known.ledger || settled.length > 0)
        await hold.write({ ledger: left, settled });
      return waiting.length === 0 ? "idle" : "later";
    }
    const taken = await taker.take(choice.id);
    if (taken === undefined) return "later";
    const { model, cost } = toWaiting(taken.data, runs, here.name);
    const before = modelAt(here.name, facts);
    const isSwap = model !== undefined && before !== undefined && model !== before;
    const load = isSwap ? loadingAt(here.name, runs) : 0;
    const given = { id: choice.id, model: model ?? before, seconds: cost + load };
    const entry = withJob(facts, here.name, given);
    let written = false;
    try {
      written = await hold.write({
        ledger: choice.ledger,
        settled,
        lane: { webui: here.name, worker, entry },
      });
    } finally {
      // Also where Redis refused: it would be ours for good, and nobody would draw it.
      if (!written) await taken.back(false);
    }
    return written ? { taken, drawingSeconds: cost, loadingSeconds: load } : "later";
  }

  /** Nothing waits; who ends last tidies up. */
  async function isIdle(): Promise<boolean> {
    const [waiting, active, isTidy] = await Promise.all([
      taker.waiting(),
      taker.taken(),
      schedule.isTidy(),
    ]);
    return waiting.length === 0 && (active.length > 0 || isTidy);
  }

  async function inTurn(lane: Lane): Promise<Claim | "idle" | "later"> {
    const hold = await schedule.hold();
    if (hold === undefined) return "later";
    try {
      return await choose(lane, hold);
    } finally {
      await hold.letGo();
    }
  }

  return {
    async claim(lane, isLikely) {
      if (!isLikely && (await isIdle())) return "idle";
      // One at a time here, too, so that nobody polls for what is held in this very process.
      const next = last.then(() => inTurn(lane));
      last = next.catch(() => undefined);
      return next;
    },
    async couldGoElsewhere(job, webui) {
      const [webuis, shunned] = await Promise.all([readWebuis.lately(), schedule.shunned()]);
      return webuis.some(
        ({ name, up, drained, tended, catalog }) =>
          name !== webui &&
          up &&
          tended &&
          !drained &&
          !isShunned({ shunned }, job.id, name) &&
          isFit(job, catalog),
      );
    },
    async close() {
      await last;
      await taker.close();
    },
  };
}
