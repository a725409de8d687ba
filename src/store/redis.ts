import { Cluster, Redis as Server } from "ioredis";
import { readRedisAddress } from "../redis-address.ts";
import {
  clusterOptions,
  type Patience,
  sentinelOptions,
  serverOptions,
  tlsOptions,
} from "./redis-options.ts";

/** A connection to one server, or to a Cluster of them: all of our keys are on the same node there. */
export type Redis = Server | Cluster;

/** The first part of every key of ours; in braces, so that a Redis Cluster keeps them together. */
export const keyPrefix = "{easel}";

/** A key of ours. Each store owns a family of them, whose name it exports: `backup/families.ts` has a line for each. */
export const keyOf = (family: string, ...parts: readonly (string | number)[]): string =>
  [keyPrefix, family, ...parts].join(":");

/** Opens a connection that keeps trying; `redis-address.ts` knows the forms of `url`. */
export function connectRedis(
  url: string,
  patience: Patience,
  onError: (error: Error) => void,
): Redis {
  const redis = open(url, patience);
  // A Cluster says first that nobody answered, and only within that what somebody answered.
  redis.on("error", (error: Error & { lastNodeError?: unknown }) =>
    onError(error.lastNodeError instanceof Error ? error.lastNodeError : error),
  );
  return redis;
}

function open(url: string, patience: Patience): Redis {
  const address = readRedisAddress(url);
  if (typeof address === "string") throw new Error("not the address of a Redis");
  if (address.kind === "socket")
    return new Server({ ...serverOptions(patience), path: address.path });
  const tls = address.tls === undefined ? {} : { tls: tlsOptions(address.tls) };
  switch (address.kind) {
    case "single":
      return new Server(address.url, { ...serverOptions(patience), ...tls });
    case "sentinel":
      return new Server({
        ...sentinelOptions(patience),
        sentinels: address.hosts,
        name: address.master,
        db: address.db,
        ...address.login,
        ...address.sentinelLogin,
        ...("tls" in tls ? { ...tls, sentinelTLS: tls.tls, enableTLSForSentinelMode: true } : {}),
      });
    case "cluster": {
      const { redisOptions, ...options } = clusterOptions(patience);
      const server = { ...redisOptions, ...address.login, ...tls };
      const cluster = new Cluster(address.hosts, { ...options, redisOptions: server });
      // Else the first command to each would make the connection, and those beside it would find none.
      cluster.on("+node", (node: Server) => void node.connect().catch(() => undefined));
      return cluster;
    }
  }
}

/** One more connection like it: subscribing demands one of its own. */
export const duplicate = (redis: Redis): Redis =>
  redis instanceof Cluster ? redis.duplicate() : redis.duplicate();

/** Every server that has keys: who asks them all misses none. */
export const mastersOf = (redis: Redis): Server[] =>
  redis instanceof Cluster ? redis.nodes("master") : [redis];

/** Resolves when the connection has been made once; rejects after `timeoutMs` milliseconds without one, or when it ends. */
export async function untilReady(redis: Redis, timeoutMs: number): Promise<void> {
  await untilStatus(redis, timeoutMs);
  if (!(redis instanceof Cluster)) return;
  // It is ready once it knows its servers. One of them that is not there need not be in our way.
  await Promise.allSettled(mastersOf(redis).map((server) => untilStatus(server, timeoutMs)));
}

async function untilStatus(redis: Redis, timeoutMs: number): Promise<void> {
  if (redis.status === "ready") return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = () => reject(new Error("Redis did not answer"));
  const timer = setTimeout(fail, timeoutMs);
  redis.once("ready", resolve);
  redis.once("end", fail);
  if (redis.status === "end") fail();
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    redis.off("ready", resolve);
    redis.off("end", fail);
  }
}
