import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findServer, RedisMissingError } from "../../src/store/redis-server.ts";
import {
  type PrivateRedis,
  type PrivateRedisEvent,
  startPrivateRedis,
} from "../../src/store/private-redis.ts";

const path = process.env["PATH"] ?? "";
let dataDir: string;
let running: PrivateRedis[] = [];
let events: PrivateRedisEvent[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "easel-test-"));
});
afterEach(async () => {
  await Promise.all(running.map((server) => server.close()));
  await rm(dataDir, { recursive: true, force: true });
  running = [];
  events = [];
});

async function start(folder = dataDir): Promise<PrivateRedis> {
  const server = await startPrivateRedis({ dataDir: folder, path }, (event) => events.push(event));
  running.push(server);
  return server;
}

/** Asks over a short connection of its own. */
async function ask<T>({ url }: PrivateRedis, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis({ path: url.slice("unix://".length), retryStrategy: () => null });
  redis.on("error", () => undefined);
  try {
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}
const pidOf = async (server: PrivateRedis) =>
  ask(server, async (redis) => Number(/process_id:(\d+)/.exec(await redis.info("server"))?.[1]));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("a Redis of our own", () => {
  test("is started on a socket in the data folder, writes all down and forgets nothing for want of room", async () => {
    const server = await start();
    expect(events).toEqual(["started"]);
    expect(server.url).toBe(`unix://${dataDir}/redis/redis.sock`);
    const setting = async (name: string) =>
      ask(server, async (redis) => (await redis.config("GET", name)) as unknown);
    expect(await setting("appendonly")).toEqual(["appendonly", "yes"]);
    expect(await setting("appendfsync")).toEqual(["appendfsync", "always"]);
    expect(await setting("maxmemory-policy")).toEqual(["maxmemory-policy", "noeviction"]);
    expect(await setting("maxmemory")).toEqual(["maxmemory", "0"]);
    expect(await setting("port")).toEqual(["port", "0"]);
    expect(await setting("dir")).toEqual(["dir", join(dataDir, "redis")]);
  });

  test("is reached by nobody but its owner", async () => {
    await start();
    expect((await stat(join(dataDir, "redis", "redis.sock"))).mode & 0o077).toBe(0);
  });

  test("is stopped at the close, its process gone and its data kept for the next start", async () => {
    const first = await start();
    const pid = await pidOf(first);
    await ask(first, (redis) => redis.set("kept", "yes"));
    await first.close();
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
    const second = await start();
    expect(await ask(second, (redis) => redis.get("kept"))).toBe("yes");
    expect(events).toEqual(["started", "started"]);
  });

  test("is adopted, data and all, where an earlier owner left it running, and stopped by the new one", async () => {
    const first = await start();
    const pid = await pidOf(first);
    await ask(first, (redis) => redis.set("kept", "yes"));
    const second = await start();
    expect(events).toEqual(["started", "adopted"]);
    expect(await pidOf(second)).toBe(pid);
    expect(await ask(second, (redis) => redis.get("kept"))).toBe("yes");
  });

  test("comes back by itself with its data when it is killed", async () => {
    const server = await start();
    const pid = await pidOf(server);
    await ask(server, (redis) => redis.set("kept", "yes"));
    process.kill(pid, "SIGKILL");
    await vi.waitFor(() => expect(events).toEqual(["started", "died", "started"]), 5_000);
    expect(await pidOf(server)).not.toBe(pid);
    expect(await ask(server, (redis) => redis.get("kept"))).toBe("yes");
  });

  test("is gone after a close that came while it was starting again", async () => {
    const server = await start();
    process.kill(await pidOf(server), "SIGKILL");
    await vi.waitFor(() => expect(events).toContain("died"), { timeout: 5_000, interval: 1 });
    await server.close();
    await expect(ask(server, (redis) => redis.ping())).rejects.toThrow();
    expect(events).not.toContain("failed");
  });

  test("may be closed twice", async () => {
    const server = await start();
    await server.close();
    await server.close();
    expect(events).toEqual(["started"]);
  });

  test("works in a folder whose path is too long for a socket, each folder with its own", async () => {
    const deep = join(
      dataDir,
      ...Array.from({ length: 6 }, (_, index) => `${index}-${"long".repeat(6)}`),
    );
    const [one, other] = [await start(join(deep, "a")), await start(join(deep, "b"))];
    expect(deep.length).toBeGreaterThan(100);
    for (const server of [one, other]) {
      expect(Buffer.byteLength(server.url.slice("unix://".length))).toBeLessThanOrEqual(100);
    }
    await ask(one, (redis) => redis.set("kept", "one"));
    await ask(other, (redis) => redis.set("kept", "other"));
    const again = await start(join(deep, "a"));
    expect(events).toEqual(["started", "started", "adopted"]);
    expect(await ask(again, (redis) => redis.get("kept"))).toBe("one");
    expect(await readFile(join(deep, "b", "redis", "redis.log"), "utf8")).toContain(
      "ready to accept",
    );
  });

  test("that cannot start is refused with an error, not awaited for ever", async () => {
    await mkdir(join(dataDir, "redis", "appendonlydir"), { recursive: true });
    await writeFile(
      join(dataDir, "redis", "appendonlydir", "appendonly.aof.manifest"),
      "nonsense\n",
    );
    await expect(start()).rejects.toThrow("could not be started");
  });
});

describe("the server program", () => {
  test("is looked for on PATH, redis-server before valkey-server", async () => {
    const server = await findServer(path);
    const [valkey, both] = [join(dataDir, "valkey"), join(dataDir, "both")];
    await mkdir(valkey);
    await mkdir(both);
    await symlink(server, join(valkey, "valkey-server"));
    await symlink(server, join(both, "valkey-server"));
    await symlink(server, join(both, "redis-server"));
    expect(await findServer(`${valkey}::${both}`)).toBe(join(both, "redis-server"));
  });

  test("that is nowhere is one line which says what to do", () => {
    expect(new RedisMissingError().message).toMatch(/npm run setup.*REDIS_URL.*compose/);
    expect(new RedisMissingError().message).not.toContain("\n");
  });
});
