import { setTimeout as delay } from "node:timers/promises";
import type { Config } from "./config.ts";
import { type Originals, startHttp } from "./http/start.ts";
import type { Log } from "./log.ts";
import { type Measures, noMeasures } from "./measures.ts";
import { readDepth } from "./queue/depth.ts";
import { createCatalogs } from "./store/catalogs.ts";
import type { Redis } from "./store/redis.ts";
import { start as words } from "./text/host/start.ts";

/** What the host sees of this process over HTTP. */
export type Observed = {
  measures: Measures;
  /** From now on it can be asked how Redis is, and how the webuis are. */
  showRedis(redis: Redis): void;
  /** The bot is to be there as well. */
  showGateway(isConnected: () => boolean): void;
  showOriginals(originals: Originals): void;
  close(): Promise<void>;
};

/** Redis has this long to answer, and for pictures, which may be large. Milliseconds. */
const patienceMs = 1_000;
const picturePatienceMs = 10_000;

/** Serves how we are from the very start, unless the port is 0. */
export async function startObserved({ host, port }: Config["http"], log: Log): Promise<Observed> {
  let redis: Redis | undefined;
  let isConnected: (() => boolean) | undefined;
  let originals: Originals | undefined;
  const shows = {
    showRedis: (shown: Redis) => void (redis = shown),
    showGateway: (shown: () => boolean) => void (isConnected = shown),
    showOriginals: (shown: Originals) => void (originals = shown),
  };
  if (port === 0) return { ...shows, measures: noMeasures, close: async () => undefined };

  /** Undefined where Redis does not answer in time. */
  const ask = async <T>(
    question: (redis: Redis) => Promise<T>,
    ms = patienceMs,
  ): Promise<T | undefined> => {
    if (redis?.status !== "ready") return undefined;
    const late = delay(ms, undefined, { ref: false });
    return Promise.race([question(redis).catch(() => undefined), late]);
  };
  const readiness = async (): Promise<Record<string, boolean>> => {
    const states = await ask((shown) => createCatalogs(shown).read());
    return {
      ...(isConnected === undefined ? {} : { gateway: isConnected() }),
      redis: states !== undefined,
      webui: states?.some(({ up }) => up) === true,
    };
  };
  // Not loaded where nobody looks.
  const { createMetrics } = await import("./http/metrics.ts");
  const metrics = createMetrics(() => ask(readDepth));
  const http = await startHttp({
    host,
    port,
    originals: () => originals,
    inTime: (question) => ask(question, picturePatienceMs),
    readiness,
    metrics: metrics.render,
    onError: (err) => log.error({ err }, "http"),
    onRefused: (code) => log.warn(words.notServed(host, port, code)),
  });
  return { ...shows, measures: metrics, close: http.close };
}
