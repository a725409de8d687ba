import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { type RedisHome, readyHome } from "./redis-home.ts";
import { isServing, startServer, stopServer, untilGone } from "./redis-process.ts";
import { findServer } from "./redis-server.ts";
import { withStartLock } from "./start-lock.ts";

export type PrivateRedis = {
  /** `unix:///path` of its socket. */
  url: string;
  /** Saves and stops it. */
  close(): Promise<void>;
};

export type PrivateRedisEvent = "started" | "adopted" | "died" | "failed";

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
  const home = await readyHome(dataDir);
  const { socket } = home;
  let stopping = false;
  onEvent(await own(program, home));

  const keepAlive = async () => {
    while (!stopping) {
      await untilGone(socket);
      if (stopping) return;
      onEvent("died");
      try {
        onEvent(await own(program, home));
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

/** From now on it is not for those to stop who only borrow it. */
async function own(program: string, { folder, socket, borrowed }: RedisHome) {
  return withStartLock(folder, async () => {
    await rm(borrowed, { force: true });
    if (await isServing(socket)) return "adopted";
    await startServer(program, folder, socket);
    return "started";
  });
}
