import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { lstat, mkdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { textFor } from "../text/text.ts";
import { findServer } from "./redis-server.ts";

export type PrivateRedis = {
  /** `unix:///path` of its socket. */
  url: string;
  /** Saves and stops it. */
  close(): Promise<void>;
};

/** It would not start; what stands at `where` says why. Said to the host in one line. */
export class RedisStartError extends Error {
  constructor(where: string) {
    super(textFor(undefined).start.redisFailed(where));
    this.name = "RedisStartError";
  }
}

export type PrivateRedisEvent = "started" | "adopted" | "died" | "failed";

/** A unix socket's path may not be longer than this (sun_path holds 108 bytes on Linux, 104 on macOS). */
const maxSocketPath = 100;
const startMs = 30_000;

/**
 * Starts a Redis of our own in `dataDir` (append-only, never evicting), or adopts the one that an Easel killed
 * there left behind; starts it again whenever it dies.
 * @throws {RedisMissingError} when no server is on `path`.
 */
export async function startPrivateRedis(
  { dataDir, path }: { dataDir: string; path: string },
  onEvent: (event: PrivateRedisEvent) => void,
): Promise<PrivateRedis> {
  const program = await findServer(path);
  const folder = resolve(dataDir, "redis");
  await mkdir(folder, { recursive: true });
  const socket = await socketPath(folder);
  let stopping = false;

  if (await isListening(socket)) {
    await untilAnswering(socket);
    onEvent("adopted");
  } else {
    await startServer(program, folder, socket);
    onEvent("started");
  }

  const keepAlive = async () => {
    while (!stopping) {
      await untilGone(socket);
      if (stopping) return;
      onEvent("died");
      try {
        await startServer(program, folder, socket);
        onEvent("started");
      } catch {
        if (stopping) return;
        onEvent("failed");
        await delay(1_000);
      }
    }
  };
  const keeping = keepAlive();

  return {
    url: `unix://${socket}`,
    async close() {
      stopping = true;
      await stopServer(socket);
      await keeping;
      // One that was just starting again listens only now.
      await stopServer(socket);
    },
  };
}

async function socketPath(folder: string): Promise<string> {
  const inside = join(folder, "redis.sock");
  if (Buffer.byteLength(inside) <= maxSocketPath) return inside;
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return join(await ownTemporaryFolder(), `${name}.sock`);
}

/** Nobody else may put a server of his own in the place of ours. */
async function ownTemporaryFolder(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `easel-${user}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(folder);
  if (uid !== user || (mode & 0o077) !== 0) throw new RedisStartError(folder);
  return folder;
}

async function startServer(program: string, folder: string, socket: string): Promise<void> {
  await rm(socket, { force: true });
  const settings = {
    port: "0",
    unixsocket: socket,
    unixsocketperm: "700",
    dir: folder,
    appendonly: "yes",
    // "everysec" answers before it has written, for up to 2 s, while a disk is slow: killed then, it forgets jobs.
    appendfsync: "always",
    save: "",
    "maxmemory-policy": "noeviction",
    logfile: join(folder, "redis.log"),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  // A group of its own: Ctrl-C ends us first, and Redis only when our last job is put away.
  const child = spawn(program, flags, { detached: true, stdio: "ignore" });
  const { promise: ended, reject } = Promise.withResolvers<never>();
  child.once("error", reject);
  child.once("exit", () => reject(new RedisStartError(settings.logfile)));
  ended.catch(() => undefined);
  child.unref();
  await Promise.race([untilAnswering(socket), ended]);
}

/** Waits until the server has loaded its file and answers. */
async function untilAnswering(socket: string): Promise<void> {
  const deadline = Date.now() + startMs;
  while (Date.now() < deadline) {
    if ((await isListening(socket)) && (await once(socket, isLoaded))) return;
    await delay(5);
  }
  throw new Error("Redis did not answer after its start");
}

const isLoaded = async (redis: Redis) =>
  (await redis.info("persistence")).includes("loading:0") || undefined;

async function stopServer(socket: string): Promise<void> {
  // It answers by closing the connection.
  await once(socket, (redis) => redis.shutdown("NOSAVE"));
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline && (await isListening(socket))) await delay(10);
}

/** One short connection; undefined when it could not be made or broke. */
async function once<T>(socket: string, ask: (redis: Redis) => Promise<T>): Promise<T | undefined> {
  const redis = new Redis({
    path: socket,
    lazyConnect: true,
    retryStrategy: () => null,
    disconnectTimeout: 50,
  });
  redis.on("error", () => undefined);
  try {
    await redis.connect();
    return await ask(redis);
  } catch {
    return undefined;
  } finally {
    redis.disconnect();
  }
}

async function isListening(socket: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const connection = connect(socket);
  connection.once("connect", () => resolve(true));
  connection.once("error", () => resolve(false));
  const listening = await promise;
  connection.destroy();
  return listening;
}

/** Resolves when the server is gone: its end closes the connection that this holds. */
async function untilGone(socket: string): Promise<void> {
  do {
    const { promise, resolve } = Promise.withResolvers<void>();
    const connection = connect(socket);
    connection.resume();
    connection.once("error", () => resolve());
    connection.once("close", () => resolve());
    await promise;
  } while (await isListening(socket));
}
