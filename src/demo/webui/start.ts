import { randomBytes } from "node:crypto";
import { createCatalog } from "./catalog.ts";
import type { Connections } from "./connections.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createGpu } from "./gpu.ts";
import { createLock, createUnfairLock } from "./lock.ts";
import { createSettings } from "./options.ts";
import { profiles } from "./profiles.ts";
import { createProgress } from "./progress.ts";
import { routesOf } from "./routes.ts";
import { createWebServer } from "./server.ts";
import type { Drawing, Exchange, Kind, WebuiOptions, World } from "./types.ts";

export type { Fault, Faults } from "./faults.ts";
export type { Drawing, DrawingState, Exchange, Kind, WebuiOptions } from "./types.ts";

export interface StandInWebui {
  url: string;
  kind: Kind;
  exchanges: Exchange[];
  drawings: Drawing[];
  /** Time the GPU was drawing or loading so far. */
  busySeconds: () => number;
  /** How often a model was loaded. */
  swaps: () => number;
  interrupts: () => number;
  skips: () => number;
  faults: Pick<Faults, "next" | "always" | "release">;
  /** 8: everything takes eight times as long from now on; 1: as it was. */
  pace: (factor: number) => void;
  /** The process dies: connections are cut, then refused; what it was drawing is lost. */
  down: () => Promise<void>;
  /** The process is started anew on the same port: nothing loaded, no progress, options as last saved. */
  up: () => Promise<void>;
  close: () => Promise<void>;
}

/** A stand-in for a server of the webui API, as unpleasant as the real one. */
export async function startWebui(options: WebuiOptions = {}): Promise<StandInWebui> {
  const profile = profiles[options.kind ?? "a1111"];
  const catalog = createCatalog(options);
  const saved = { settings: createSettings(catalog, profile, options) };
  const faults = createFaults();
  const gpu = createGpu();
  const counts = { interrupts: 0, skips: 0 };
  const drawings: Drawing[] = [];
  const exchanges: Exchange[] = [];
  let life = new AbortController();
  let connections: Connections | undefined;
  let port = options.port ?? 0;

  const report = (exchange: Exchange) => {
    exchanges.push(exchange);
    options.onExchange?.(exchange);
  };
  const usual = {
    secondsPerStep: options.secondsPerStep ?? 0.002,
    secondsToLoadModel: options.secondsToLoadModel ?? 0.05,
  };
  const paced = { ...options, ...usual };
  const createWorld = (): World => ({
    options: paced,
    profile,
    catalog,
    settings: structuredClone(saved.settings),
    saved,
    loaded:
      profile.kind === "sdcpp" || profile.kind === "koboldcpp" ? catalog.checkpoints[0] : undefined,
    lock: profile.kind === "sdcpp" ? createUnfairLock() : createLock(),
    progress: createProgress(),
    gpu,
    faults,
    drawings,
    tokens: new Map(),
    cookieId: randomBytes(16).toString("base64url"),
    routes: routesOf(profile, options),
    life: life.signal,
    counts,
  });
  const up = async () => {
    if (connections) return;
    life = new AbortController();
    connections = createWebServer(createWorld(), report);
    port = await connections.listen(port);
  };
  const down = async () => {
    const closing = connections;
    connections = undefined;
    life.abort();
    for (const drawing of drawings)
      if (drawing.state === "waiting" || drawing.state === "drawing") drawing.state = "failed";
    await closing?.close();
  };
  await up();
  const { next, always, release } = faults;
  return {
    url: `http://127.0.0.1:${port}${options.subpath ? `/${options.subpath.replace(/^\/|\/$/g, "")}` : ""}`,
    kind: profile.kind,
    exchanges,
    drawings,
    busySeconds: gpu.busySeconds,
    swaps: gpu.swaps,
    interrupts: () => counts.interrupts,
    skips: () => counts.skips,
    faults: { next, always, release },
    pace: (factor) => {
      paced.secondsPerStep = usual.secondsPerStep * factor;
      paced.secondsToLoadModel = usual.secondsToLoadModel * factor;
    },
    down,
    up,
    close: down,
  };
}
