import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { findServer } from "../../src/store/redis-server.ts";

export type OwnRedis = {
  /** `unix:///path` of its socket. */
  url: string;
  /** A connection for the test; it keeps trying while the server is away. */
  connect(): Redis;
  /** Starts it, again too, unless it runs; resolves when it answers. */
  start(): Promise<void>;
  /** Ends it by a signal; resolves when it is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
  /** Stops or continues it, as a machine does that swaps. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void;
};

/** A Redis that the test itself starts and ends, set up as `docker/compose.yaml` does: append-only file, no eviction. */
export async function createOwnRedis(folder: string): Promise<OwnRedis> {
  const program = await findServer(process.env["PATH"] ?? "");
  await mkdir(folder, { recursive: true });
  const path = join(folder, "own.sock");
  const settings = {
    port: "0",
    unixsocket: path,
    dir: folder,
    save: "",
    appendonly: "yes",
    appendfsync: "always",
    "maxmemory-policy": "noeviction",
    logfile: join(folder, "log"),
  };
  let child: ChildProcess | undefined;
  const connect = () => connectTo(path);
  return {
    url: `unix://${path}`,
    connect,
    async start() {
      const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
      // Two of them would write to the same file.
      child ??= spawn(program, flags, { stdio: "ignore" });
      const redis = connect();
      try {
        while (!(await redis.info("persistence")).includes("loading:0")) await delay(5);
      } finally {
        redis.disconnect();
      }
    },
    async end(signal) {
      const ending = child;
      child = undefined;
      if (ending === undefined) return;
      const gone = once(ending, "exit");
      ending.kill(signal);
      await gone;
    },
    signal: (signal) => void child?.kill(signal),
  };
}

/** A connection for the test to the socket at `path`; it keeps trying while nobody listens there. */
export function connectTo(path: string): Redis {
  const redis = new Redis({ path, maxRetriesPerRequest: null, retryStrategy: () => 20 });
  redis.on("error", () => undefined);
  return redis;
}
