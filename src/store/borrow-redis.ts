import { once as onceEvent } from "node:events";
import { access, rm, writeFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { PrivateRedis } from "./private-redis.ts";
import { type RedisHome, readyHome } from "./redis-home.ts";
import { isServing, once, startServer, stopServer } from "./redis-process.ts";
import { findServer } from "./redis-server.ts";
import { withStartLock } from "./start-lock.ts";

/** A connection that was closed may be seen a little longer. Milliseconds. */
const lingerMs = 500;

/**
 * The private Redis of `dataDir` for the time being: the one of an Easel that runs, else one that the last who
 * borrows it stops again, unless an Easel made it its own meanwhile.
 * @throws {RedisMissingError} when none runs and no server is on `path`.
 */
export async function borrowPrivateRedis({
  dataDir,
  path,
}: {
  dataDir: string;
  path: string;
}): Promise<PrivateRedis> {
  const home = await readyHome(dataDir);
  const held = await withStartLock(home.folder, async () => {
    if (!(await isServing(home.socket))) {
      const program = await findServer(path);
      await writeFile(home.borrowed, "");
      await startServer(program, home.folder, home.socket);
    }
    return holdOpen(home.socket);
  });
  return {
    url: `unix://${home.socket}`,
    close: () =>
      withStartLock(home.folder, async () => {
        held.destroy();
        await giveBack(home);
      }),
  };
}

/** Others see by it that we use the server, before we have asked it anything. */
async function holdOpen(socket: string): Promise<Socket> {
  const connection = connect(socket);
  await onceEvent(connection, "connect");
  // Whoever works with it hears of its end elsewhere.
  connection.on("error", () => undefined);
  connection.unref();
  return connection;
}

async function giveBack({ socket, borrowed }: RedisHome): Promise<void> {
  if (!(await isThere(borrowed)) || !(await isUnused(socket))) return;
  await stopServer(socket);
  await rm(borrowed, { force: true });
}

/** Nobody is connected but who asks. */
async function isUnused(socket: string): Promise<boolean> {
  const deadline = Date.now() + lingerMs;
  do {
    const clients = await once(socket, async (redis) => String(await redis.client("LIST")));
    if (clients?.trim().split("\n").length === 1) return true;
    await delay(20);
  } while (Date.now() < deadline);
  return false;
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
