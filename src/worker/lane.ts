import { setTimeout as delay } from "node:timers/promises";
import { BackendError } from "../errors.ts";
import type { Backend } from "../generation/backend.ts";
import type { Catalog } from "../generation/catalog.ts";
import type { Log } from "../log.ts";
import type { Catalogs } from "../store/catalogs.ts";

/** `resting`: it answers, but may still be busy with a drawing that was given up. */
export type LaneState = "up" | "resting" | "down";

/** One webui: whether it can be given jobs, and what it has. */
export type Lane = {
  backend: Backend;
  isUp(): boolean;
  isDown(): boolean;
  catalog(): Catalog | undefined;
  /** A drawing was given up: it is asked to stop, and gets no other until it answers and is idle. */
  rest(): void;
  /** Reads its lists anew as soon as it is asked next, which is now unless it draws. */
  refresh(): void;
  /** Between these two it is not asked whether it is there: it is busy for us. */
  begin(): void;
  end(): void;
  close(): Promise<void>;
};

/** Milliseconds: between two looks at a webui, at one that rests, and until its lists are read again. */
export const laneMs = { look: 3_000, resting: 1_000, lists: 3 * 60_000 };
/** One look may take this long. Milliseconds. */
const lookMs = 10_000;

type LaneParts = {
  backend: Backend;
  catalogs: Catalogs;
  log: Log;
  /** Called whenever the webui comes or goes. */
  onChange(state: LaneState): void;
};

/** Looks after one webui until closed: reads its lists, notices when it goes and when it is back. */
export function startLane({ backend, catalogs, log, onChange }: LaneParts): Lane {
  const closing = new AbortController();
  let state: LaneState = "resting";
  let busy = false;
  let abandoned = false;
  let stale = false;
  let known: Catalog | undefined;
  let wake = () => {};
  let said: string | undefined;

  const change = (now: LaneState, why?: unknown) => {
    // Once a cause, not at every look.
    const words = why instanceof Error ? why.message : undefined;
    if (now === "down" && (state !== "down" || words !== said)) {
      log.warn({ webui: backend.name, why: words }, "webui is down");
      said = words;
    }
    if (state === now) return;
    state = now;
    if (now === "up") log.info({ webui: backend.name, kind: known?.kind }, "webui is up");
    onChange(now);
  };

  const readLists = async (signal: AbortSignal) => {
    stale = false;
    known = await backend.catalog(signal);
    await catalogs.put(known);
  };

  const look = async () => {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(lookMs)]);
    // Lists are read past a running drawing; whether it is there, it shows by drawing.
    if (busy) return readLists(signal);
    if (abandoned) {
      abandoned = false;
      await backend.interrupt(signal);
    }
    const ready = await backend.ready(signal);
    if (busy) return;
    if (!ready || state !== "up" || known === undefined || stale || isOld(known)) {
      await readLists(signal);
    }
    if (!busy) change(ready ? "up" : "resting");
  };

  const run = async () => {
    while (!closing.signal.aborted) {
      try {
        if (!busy || stale) await look();
      } catch (error) {
        if (closing.signal.aborted) return;
        if (!(error instanceof BackendError) && !isTimeout(error)) {
          log.error({ webui: backend.name, err: error }, "looking at the webui failed");
        }
        if (!busy) change("down", error);
      }
      // Said anew at every look: silence means that this worker is gone.
      await Promise.race([
        catalogs.setUp(backend.name, state !== "down").catch(() => undefined),
        delay(1_000),
      ]);
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      const timer = setTimeout(resolve, state === "up" ? laneMs.look : laneMs.resting);
      await promise;
      clearTimeout(timer);
    }
  };
  const running = run();

  return {
    backend,
    isUp: () => state === "up",
    isDown: () => state === "down",
    catalog: () => known,
    rest() {
      abandoned = true;
      change("resting");
      wake();
    },
    refresh() {
      stale = true;
      wake();
    },
    begin() {
      busy = true;
    },
    end() {
      busy = false;
    },
    async close() {
      closing.abort();
      wake();
      await running;
      await backend.close();
    },
  };
}

const isOld = ({ readAt }: Catalog) => Date.now() - readAt > laneMs.lists;

const isTimeout = (error: unknown) => error instanceof Error && error.name === "TimeoutError";
