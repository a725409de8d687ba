import { setTimeout as delay } from "node:timers/promises";
import { BackendError } from "../errors.ts";
import type { WorkerContext } from "./context.ts";
import { draw } from "./draw.ts";
import { AsideError, CancelledError, StoppingError } from "./endings.ts";
import { giveUpDrawing } from "./give-up.ts";
import { type Fate, judgeDrawing } from "./judge.ts";
import type { Lane } from "./lane.ts";
import { createNap } from "./nap.ts";
import type { Claim } from "./scheduler.ts";

/** What a webui was given, and when it should be done, by `performance.now()`. */
type Given = { seconds: number; doneAt: number; work: Promise<void> };

/** Gives one webui jobs until closed. */
export type Serving = {
  /** Something changed: it may be given one now. */
  wake(): void;
  /** Takes no more; resolves when what it was given has ended or is given back. */
  close(): Promise<void>;
};

/**
 * The next job is chosen and made ready this long before the one that is drawn should be done, so that the webui need not
 * wait for us. Milliseconds.
 */
const aheadMs = 1_500;
/** Asked again after this where something waits that was left to others, and where nothing did. Milliseconds. */
const againMs = { later: 500, idle: 1_000 };

export function startServing(lane: Lane, context: WorkerContext): Serving {
  const { scheduler, log } = context;
  /** In the order in which it draws them: two at most, the second of which is made ready. */
  const given: Given[] = [];
  let isClosed = false;
  /** It draws for longer than was thought: what was made ready had to be given back. */
  let isLate = false;
  const nap = createNap();

  const begin = (claim: Claim) => {
    const seconds = claim.drawingSeconds + claim.loadingSeconds;
    const beginsAt = Math.max(performance.now(), given.at(-1)?.doneAt ?? 0);
    const work = claim.taken.within(() => process(claim)).finally(() => over(one));
    const one: Given = { seconds, doneAt: beginsAt + seconds * 1000, work };
    given.push(one);
  };

  const over = (one: Given) => {
    const [first] = given;
    given.splice(given.indexOf(one), 1);
    const [next] = given;
    // Sooner or later than was thought.
    if (one === first && next !== undefined) next.doneAt = performance.now() + next.seconds * 1000;
    if (next === undefined) isLate = false;
    nap.wake();
  };

  const process = async (claim: Claim) => {
    const { taken } = claim;
    const { id } = taken.data;
    try {
      await draw(claim, lane, context);
      await taken.done();
    } catch (error) {
      if (error instanceof AsideError && given.length > 1) isLate = true;
      await end(claim, error).catch((failure: unknown) => {
        // It is as if we had been killed: the job waits again when our lock has run out.
        taken.leave();
        log.error({ job: id, err: failure }, "a job could not be given back");
      });
    }
  };

  const end = async ({ taken }: Claim, error: unknown) => {
    const { schedule, shunned } = context;
    const { id } = taken.data;
    const webui = lane.backend.name;
    const fate = await judgeDrawing(error, taken, webui, context);
    log[levelOf(error, fate)]({ job: id, webui, fate: fate.kind, err: error }, "drawing broke off");
    if (!(await taken.isOurs())) return taken.leave();
    await schedule.takeBack(webui, id, hasBegun(error));
    await schedule.settle(id, error instanceof CancelledError ? (error.seconds ?? 0) : 0);
    if (fate.kind === "given up") {
      await giveUpDrawing(taken.data, error, context);
      return taken.done();
    }
    if (fate.shun !== undefined) await shunned.add(id, fate.shun.webui, fate.shun.ms, taken.lock);
    await taken.back(fate.counted);
    await context.signals.work();
  };

  /** Milliseconds until it may be given another. */
  const untilReady = () => {
    const [only, next] = given;
    if (!lane.isUp() || next !== undefined || (only !== undefined && isLate)) return Infinity;
    return only === undefined ? 0 : only.doneAt - performance.now() - aheadMs;
  };

  const run = async () => {
    while (!isClosed) {
      const isLikely = nap.end();
      const wait = untilReady();
      if (wait > 0) {
        await nap.take(Math.min(againMs.idle, Math.max(1, wait)));
        continue;
      }
      try {
        const claim = await scheduler.claim(lane, isLikely);
        if (typeof claim === "object") begin(claim);
        else await nap.take(againMs[claim]);
      } catch (error) {
        log.debug({ webui: lane.backend.name, err: error }, "nothing could be chosen");
        await delay(againMs.later);
      }
    }
  };
  const running = run();

  return {
    wake: nap.wake,
    async close() {
      isClosed = true;
      nap.wake();
      await running;
      await Promise.all(given.map(({ work }) => work));
    },
  };
}

/** What is given up says so itself; what a webui was not at is of no interest to the host. */
function levelOf(error: unknown, { kind }: Fate): "warn" | "info" | "debug" {
  if (kind !== "waits") return "debug";
  if (error instanceof BackendError) return "warn";
  return hasBegun(error) ? "info" : "debug";
}

/** Whether a webui was at it, so that it has the model loaded. */
function hasBegun(error: unknown): boolean {
  if (error instanceof CancelledError) return error.seconds !== undefined;
  if (error instanceof StoppingError) return error.begun;
  return error instanceof BackendError && error.fault !== "down";
}
