import { join } from "node:path";
import type { Redis } from "ioredis";
import { connectTo, createOwnRedis } from "../own-redis.ts";

/** The Redis of an installation, whoever looks after it. */
export type RedisServer = {
  /** Empty: Easel starts one itself. */
  url: string;
  /** For the books. */
  redis: Redis;
  /** kill -9, without a moment's delay. */
  kill(): void;
  /** After a kill; nothing to do for one that Easel looks after. */
  start(): Promise<void>;
  freeze(): () => void;
  remove(): Promise<void>;
};

export async function startRedisApart(folder: string): Promise<RedisServer> {
  const own = await createOwnRedis(folder);
  await own.start();
  const redis = own.connect();
  let ending = Promise.resolve();
  return {
    url: own.url,
    redis,
    kill() {
      const before = ending;
      // What is killed twice is gone once the first has ended it.
      ending = own.end("SIGKILL").then(() => before);
    },
    async start() {
      await ending;
      await own.start();
    },
    freeze() {
      own.signal("SIGSTOP");
      return () => own.signal("SIGCONT");
    },
    async remove() {
      redis.disconnect();
      await own.end("SIGKILL");
    },
  };
}

/** That of an Easel that runs in one process. */
export function redisOfEasel(dataDir: string): RedisServer {
  const redis = connectTo(join(dataDir, "redis", "redis.sock"));
  let pid = 0;
  redis.on("ready", () => {
    void redis.info("server").then(
      (info) => (pid = Number(/process_id:(\d+)/.exec(info)?.[1])),
      () => undefined,
    );
  });
  const send = (to: number, signal: NodeJS.Signals) => {
    try {
      if (to > 0) process.kill(to, signal);
    } catch {
      // Gone already.
    }
  };
  return {
    url: "",
    redis,
    kill() {
      send(pid, "SIGKILL");
      pid = 0;
    },
    start: async () => undefined,
    freeze() {
      const frozen = pid;
      send(frozen, "SIGSTOP");
      return () => send(frozen, "SIGCONT");
    },
    async remove() {
      redis.disconnect();
      send(pid, "SIGKILL");
    },
  };
}
