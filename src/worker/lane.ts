import { BackendError } from "../errors.ts";
import type { Backend } from "../generation/backend.ts";
import type { Catalog } from "../generation/catalog.ts";
import type { LaneState, Trouble } from "../generation/health.ts";
import type { Log } from "../log.ts";
import type { Catalogs } from "../store/catalogs.ts";
import { atOnce } from "./at-once.ts";
import { AsideError } from "./endings.ts";
import { createGate } from "./gate.ts";
import { isInDoubt, isTimeout, troubleOf } from "./lane-faults.ts";
import { createNap } from "./nap.ts";

/** One webui: whether it can be given jobs, and what it has. */
export type Lane = {
  backend: Backend;
  isUp(): boolean;
  isDown(): boolean;
  state(): LaneState;
  catalog(): Catalog | undefined;
  /**
   * Has the webui draw, one drawing at a time; answers the seconds it took. `free` lets the next one in before the work is
   * done with what it got. When a drawing was given up, the webui is
   * asked to stop, and gets no other until it answers and is idle.
   * @throws {AsideError} when it is not up any more, or its turn does not come for a while.
   */
  draw(id: string, signal: AbortSignal, work: (free: () => void) => Promise<void>): Promise<number>;
  /** The job that it draws now. */
  drawing(): string | undefined;
  /** Reads its lists anew as soon as it is asked next, which is now unless it draws. */
  refresh(): void;
  close(): Promise<void>;
};

/** Milliseconds: between two looks at a webui, until its lists are read again, to wait for a turn. */
export const laneMs = { look: 3_000, lists: 3 * 60_000, turn: 2_000 };
/** Between two looks at one that is not up: at first, and at most where it answers and where it does not. Milliseconds. */
export const probeMs = { first: 1_000, resting: 3_000, down: 10_000 };
const probeGrowth = 1.5;
/** One look may take this long. Milliseconds. */
const lookMs = 10_000;
/** Who rests for longer than this after a drawing that was given up does not answer any more. Milliseconds. */
const restMs = 30_000;
/** Who has answered during a drawing and then does not for this long stands still, whatever it draws. Milliseconds. */
const silentMs = 20_000;

type LaneParts = {
  backend: Backend;
  catalogs: Catalogs;
  /** It draws something for a worker that is gone. */
  isAwaited(): Promise<boolean>;
  /** It is to be given nothing more. */
  isDrained(): Promise<boolean>;
  /** Ours to give jobs to, for some seconds more; false where another worker does that. */
  keepLease(): Promise<boolean>;
  log: Log;
  /** Called whenever the webui comes or goes. */
  onChange(state: LaneState): void;
};

/** Looks after one webui until closed: reads its lists, notices when it goes and when it is back. */
export function startLane(parts: LaneParts): Lane {
  const { backend, catalogs, isAwaited, isDrained, keepLease, log, onChange } = parts;
  const closing = new AbortController();
  let state: LaneState = "resting";
  const gate = createGate();
  /** While it draws for us it is only asked whether it answers. */
  let busy = false;
  let current: string | undefined;
  /** When it answered last during this drawing. */
  let heardAt: number | undefined;
  let abandoned = false;
  let stale = false;
  let known: Catalog | undefined;
  const nap = createNap();
  let said: string | undefined;
  let trouble: Trouble | undefined;
  let readAt = -Infinity;
  let restingSince = performance.now();
  /** Looks since it was up last. */
  let probes = 0;

  const change = (now: LaneState, why?: unknown) => {
    // Once a cause, not at every look.
    const words = why instanceof Error ? why.message : undefined;
    if (now === "down" && (state !== "down" || words !== said)) {
      log.warn({ webui: backend.name, why: words }, "webui is down");
      said = words;
    }
    if (now === "up") trouble = undefined;
    if (why !== undefined) trouble = troubleOf(why);
    if (state === now) return;
    if (isCalm(now)) probes = 0;
    if (now === "resting") restingSince = performance.now();
    state = now;
    if (now === "up") log.info({ webui: backend.name, kind: known?.kind }, "webui is up");
    if (now === "drained") log.info({ webui: backend.name }, "webui is drained");
    if (now === "elsewhere") log.info({ webui: backend.name }, "another worker has this webui");
    onChange(now);
  };

  const readLists = async (signal: AbortSignal) => {
    stale = false;
    known = await backend.catalog(signal);
    readAt = performance.now();
    await catalogs.put(known);
  };

  const look = async () => {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(lookMs)]);
    const drained = await isDrained();
    // What it draws is finished; nothing new begins.
    if (busy && drained) change("drained");
    if (busy && !drained && state === "drained") change("up");
    // Lists are read past a running drawing; whether it is there, it shows by drawing.
    if (busy) return readLists(signal);
    // It can be stopped when it is known to run, which may be after others.
    if (abandoned) await backend.interrupt(signal);
    const ready = (await backend.ready(signal)) && (state === "up" || !(await isAwaited()));
    if (busy) return;
    if (ready) abandoned = false;
    if (!ready || state !== "up" || known === undefined || stale || isOld()) {
      await readLists(signal);
    }
    if (!busy) change(!ready ? "resting" : drained ? "drained" : "up");
  };

  /** During a drawing it is only asked whether it answers; what it draws is waited for all the same. */
  const listen = async () => {
    const drawing = current;
    const asked = AbortSignal.any([closing.signal, AbortSignal.timeout(lookMs)]);
    const isHeard = await backend.responds(asked);
    if (!busy || current !== drawing) return;
    const now = performance.now();
    if (isHeard) {
      heardAt = now;
      if (state === "down") change("up");
    } else if (state === "up" && heardAt !== undefined && now - heardAt > silentMs) {
      change("down", new BackendError("timeout", ""));
    }
  };

  const isOld = () => performance.now() - readAt > laneMs.lists;
  const isOurs = () => atOnce(keepLease(), state !== "elsewhere");
  /** What others draw there is another matter: it answers. */
  const isHung = () =>
    state === "resting" && abandoned && performance.now() - restingSince > restMs;
  /** Said anew at every look: silence means that this worker is gone. */
  const say = () => {
    const why = isHung() ? (trouble ?? "hung") : trouble;
    const up = state === "up" || (state === "resting" && !isHung());
    return atOnce(catalogs.say(backend.name, { up, state, trouble: why }), undefined);
  };
  const pauseMs = () => {
    if (isCalm(state)) return laneMs.look;
    const most = state === "resting" ? probeMs.resting : probeMs.down;
    return Math.min(most, probeMs.first * probeGrowth ** probes++);
  };

  const run = async () => {
    while (!closing.signal.aborted) {
      nap.end();
      try {
        if (!(await isOurs())) change("elsewhere");
        else if (busy && !stale) await listen();
        else await look();
      } catch (error) {
        if (closing.signal.aborted) return;
        if (!(error instanceof BackendError) && !isTimeout(error)) {
          log.error({ webui: backend.name, err: error }, "looking at the webui failed");
        }
        if (!busy) change("down", error);
      }
      if (state !== "elsewhere") await say();
      if (!closing.signal.aborted) await nap.take(pauseMs());
    }
  };
  const running = run();
  /** A look may take longer than the lease lasts, and so may the pause after it. */
  const keeping = setInterval(() => {
    if (state !== "elsewhere") void isOurs();
  }, laneMs.look);

  /** Who waits too long goes back to the queue, where another worker may take the job. */
  const enter = async (signal: AbortSignal) => {
    const tooLong = AbortSignal.timeout(laneMs.turn);
    try {
      return await gate.enter(AbortSignal.any([signal, tooLong]));
    } catch (error) {
      throw tooLong.aborted && !signal.aborted ? new AsideError() : error;
    }
  };
  const rest = (why: unknown) => {
    abandoned = true;
    change("resting", why instanceof BackendError ? why : undefined);
    nap.wake();
  };

  return {
    backend,
    isUp: () => state === "up",
    isDown: () => state === "down",
    state: () => state,
    catalog: () => known,
    drawing: () => current,
    async draw(id, signal, work) {
      const leave = await enter(signal);
      let endedAt: number | undefined;
      const free = () => {
        if (endedAt !== undefined) return;
        endedAt = performance.now();
        busy = false;
        current = undefined;
        leave();
      };
      try {
        if (state !== "up") throw new AsideError();
        busy = true;
        current = id;
        heardAt = undefined;
        const startedAt = performance.now();
        await work(free);
        return ((endedAt ?? performance.now()) - startedAt) / 1000;
      } catch (error) {
        // Before the next one is let in.
        if (endedAt === undefined && isInDoubt(error)) rest(error);
        throw error;
      } finally {
        free();
      }
    },
    refresh() {
      stale = true;
      nap.wake();
    },
    async close() {
      closing.abort();
      clearInterval(keeping);
      nap.wake();
      await running;
      await backend.close();
    },
  };
}

const isCalm = (state: LaneState) => state === "up" || state === "drained" || state === "elsewhere";
