import { readFileSync } from "node:fs";
import type { ConnectionOptions } from "node:tls";
import type { Certificates } from "../redis-address.ts";

/**
 * How a connection behaves while Redis is away: `fail` (the bot: a member waits for an answer), `wait`
 * (the worker: nobody does) or `end` (a program that does one thing: it is not made again).
 */
export type Patience = "fail" | "wait" | "end";

/** The bot answers within Discord's 3 seconds, so it gives Redis this long. Milliseconds. */
const patienceMs = 1_000;
/** Where there are several servers, one whose machine is gone must not keep us from the others. Milliseconds. */
const deadMs = 2_000;
/** Between two looks at who has the keys: a machine that is gone does not say so itself. Milliseconds. */
const lookMs = 2_000;

const retry = (times: number) => Math.min(1_000, 50 * times);

const connecting = (patience: Patience) => (patience === "end" ? () => null : retry);

/** One server. */
export function serverOptions(patience: Patience) {
  const shared = {
    retryStrategy: connecting(patience),
    maxRetriesPerRequest: null,
    // What is closed is closed at our end: a server that went first need not be waited for.
    disconnectTimeout: 100,
    // It is the master no more: whoever is is found by connecting anew.
    reconnectOnError: (error: Error) => error.message.startsWith("READONLY"),
  };
  if (patience !== "fail") return shared;
  return {
    ...shared,
    // What was under way when the connection broke fails at once, so that it can be tried again in time.
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    commandTimeout: patienceMs,
  };
}

/** The one of several servers that Sentinel says is the master. */
export const sentinelOptions = (patience: Patience) => ({
  ...serverOptions(patience),
  sentinelRetryStrategy: connecting(patience),
  sentinelCommandTimeout: patienceMs,
  connectTimeout: deadMs,
  // The sentinels say when another is the master, also where the old one's machine is gone without a word.
  failoverDetector: true,
});

/** All servers of a Cluster, as one. */
export function clusterOptions(patience: Patience) {
  const server = { disconnectTimeout: 100, connectTimeout: deadMs, maxRetriesPerRequest: null };
  const shared = {
    clusterRetryStrategy: connecting(patience),
    slotsRefreshInterval: lookMs,
    slotsRefreshTimeout: patienceMs,
    // Names stay names, as certificates are made out to them.
    dnsLookup: (name: string, done: (error: null, address: string) => void) => done(null, name),
    // It would be asked of any server, also one that hangs; one that is down says so to whatever is asked.
    enableReadyCheck: false,
    redisOptions: server,
  };
  switch (patience) {
    case "end":
      return shared;
    case "wait":
      // Until a replica has taken over, however long that takes.
      return { ...shared, maxRedirections: Number.POSITIVE_INFINITY, retryDelayOnMoved: 50 };
    case "fail":
      return {
        ...shared,
        enableOfflineQueue: false,
        // A try that is made later might store what its author was told is not.
        retryDelayOnFailover: 0,
        retryDelayOnClusterDown: 0,
        redisOptions: { ...server, commandTimeout: patienceMs },
      };
  }
}

/** Reads the files that an address names. */
export function tlsOptions({ ca, cert, key }: Certificates): ConnectionOptions {
  return {
    ...(ca === undefined ? {} : { ca: readFileSync(ca) }),
    ...(cert === undefined ? {} : { cert: readFileSync(cert) }),
    ...(key === undefined ? {} : { key: readFileSync(key) }),
  };
}
