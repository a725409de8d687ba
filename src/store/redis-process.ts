import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { start as words } from "../text/host/start.ts";

/** It would not start; what stands at `where` says why. Said to the host in one line. */
export class RedisStartError extends Error {
  constructor(where: string) {
    super(words.redisFailed(where));
    this.name = "RedisStartError";
  }
}

const startMs = 30_000;

/** Starts one that nobody runs yet, and waits until it answers. */
export async function startServer(program: string, folder: string, socket: string): Promise<void> {
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

export async function stopServer(socket: string): Promise<void> {
  // It answers by closing the connection.
  await once(socket, (redis) => redis.shutdown("NOSAVE"));
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline && (await isListening(socket))) await delay(10);
}

/** True when a server answers, be it after a while; false when there is none, or it goes. */
export async function isServing(socket: string): Promise<boolean> {
  const deadline = Date.now() + startMs;
  while (await isListening(socket)) {
    if (await once(socket, isLoaded)) return true;
    if (Date.now() > deadline) throw new Error("the private Redis does not answer");
    await delay(5);
  }
  return false;
}

/** One short connection; undefined when it could not be made or broke. */
export async function once<T>(
  socket: string,
  ask: (redis: Redis) => Promise<T>,
): Promise<T | undefined> {
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

export async function isListening(socket: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const connection = connect(socket);
  connection.once("connect", () => resolve(true));
  connection.once("error", () => resolve(false));
  const listening = await promise;
  connection.destroy();
  return listening;
}

/** Resolves when the server is gone: its end closes the connection that this holds. */
export async function untilGone(socket: string): Promise<void> {
  do {
    const { promise, resolve } = Promise.withResolvers<void>();
    const connection = connect(socket);
    connection.resume();
    connection.once("error", () => resolve());
    connection.once("close", () => resolve());
    await promise;
  } while (await isListening(socket));
}
