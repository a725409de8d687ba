import type { Backend } from "../generation/backend.ts";
import type { Log } from "../log.ts";
import type { Measures } from "../measures.ts";
import type { Awaited } from "../store/awaited.ts";
import type { Catalogs } from "../store/catalogs.ts";
import type { Drains } from "../store/drains.ts";
import type { Leases } from "../store/leases.ts";
import type { Line } from "../store/line.ts";
import type { Roster } from "../store/roster.ts";
import type { Schedule } from "../store/schedule.ts";
import { type Lane, startLane } from "./lane.ts";
import type { Serving } from "./serve.ts";

type LanesParts = {
  /** Names this worker among all. */
  worker: string;
  /** Those of the configuration. */
  urls: readonly string[];
  createBackend(url: string): Backend;
  serve(lane: Lane): Serving;
  /** Filled as webuis come and go. */
  lanes: Lane[];
  roster: Roster;
  catalogs: Catalogs;
  awaited: Awaited;
  drains: Drains;
  leases: Leases;
  schedule: Pick<Schedule, "forget">;
  line: Pick<Line, "greet" | "part">;
  measures: Measures;
  log: Log;
};

export type Lanes = {
  /** Something changed: free webuis may be given a job now. */
  wake(): void;
  /** Has all of them looked at, and those looked after that were added meanwhile. */
  refresh(): void;
  /** None takes a job any more; resolves when all are done with what they had. */
  stop(): Promise<void>;
  close(): Promise<void>;
};

/** Between two looks at which webuis there are, should nobody say so. Milliseconds. */
const lookMs = 5_000;

type Tended = { url: string; lane: Lane; serving: Serving; isEnding: boolean };

/** Looks after the webuis of the configuration, and those that owners add, until closed. */
export function startLanes(parts: LanesParts): Lanes {
  const { worker, urls, createBackend, lanes, roster, catalogs, leases, measures, log } = parts;
  const { schedule, line } = parts;
  const tended = new Map<string, Tended>();
  let isStopped = false;
  let last: Promise<unknown> = Promise.resolve();

  const begin = (url: string, backend: Backend) => {
    let serving: Serving | undefined;
    const { name } = backend;
    const lane = startLane({
      backend,
      catalogs,
      isAwaited: () => parts.awaited.isBusy(name),
      isDrained: () => parts.drains.has(name),
      keepLease: () => leases.keep(name, worker),
      log,
      onChange(state) {
        measures.webuiIs(name, state === "up");
        // Who is back after an absence may have been started anew.
        if (state === "up") void greet(lane).catch(noted);
        else if (state === "down") void forget(name).catch(noted);
        serving?.wake();
      },
    });
    measures.webuiIs(name, false);
    serving = parts.serve(lane);
    lanes.push(lane);
    tended.set(url, { url, lane, serving, isEnding: false });
  };

  /** Which model it has loaded counts for whose turn it is. */
  const greet = async (lane: Lane) => {
    const model = lane.catalog()?.model;
    if (model !== undefined) await line.greet(lane.backend.name, model);
  };
  const forget = async (name: string) => {
    await Promise.all([line.part(name), schedule.forget(name)]);
  };

  const end = async (one: Tended) => {
    if (one.isEnding) return;
    one.isEnding = true;
    const { url, lane, serving } = one;
    // What it draws is finished.
    await serving.close();
    await lane.close();
    lanes.splice(lanes.indexOf(lane), 1);
    try {
      await leases.giveUp(lane.backend.name, worker);
      await catalogs.forget(lane.backend.name);
      await forget(lane.backend.name);
      measures.webuiGone(lane.backend.name);
    } finally {
      // It may be added again, and only now, so that nothing of that is forgotten.
      tended.delete(url);
    }
    log.info({ webui: lane.backend.name }, "webui was taken out");
  };

  const look = async () => {
    const all = await roster.all();
    const added = [...all.values()].filter((url) => url !== undefined);
    const wanted = new Set([...urls, ...added]);
    for (const one of tended.values()) {
      const { name } = one.lane.backend;
      const isOut = all.has(name) && all.get(name) === undefined;
      // Others need not wait for that.
      if (isOut || !wanted.has(one.url)) void end(one).catch(noted);
    }
    for (const url of wanted) {
      if (isStopped || tended.has(url)) continue;
      const backend = createBackend(url);
      const isOut = all.has(backend.name) && all.get(backend.name) === undefined;
      const isTwice = [...tended.values()].some(({ lane }) => lane.backend.name === backend.name);
      if (isOut || isTwice) await backend.close();
      else begin(url, backend);
    }
  };
  const noted = (error: unknown) => log.debug({ err: error }, "webuis could not be looked after");
  const lookInTurn = () => {
    last = last.then(look).catch(noted);
  };
  lookInTurn();
  const timer = setInterval(lookInTurn, lookMs);

  return {
    wake: () => tended.forEach(({ serving }) => serving.wake()),
    refresh() {
      lookInTurn();
      for (const { lane } of tended.values()) lane.refresh();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await Promise.all([...tended.values()].map(({ serving }) => serving.close()));
    },
    async close() {
      isStopped = true;
      clearInterval(timer);
      await Promise.all(
        [...tended.values()].map(async ({ lane }) => {
          await lane.close();
          await leases.giveUp(lane.backend.name, worker);
        }),
      );
    },
  };
}
