import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ConnectionOptions } from "node:tls";
import { Redis } from "ioredis";
import { findServer } from "../../src/store/redis-server.ts";

export type RunningServer = {
  port: number;
  /** A connection for the test. */
  ask: Redis;
  signal(signal: NodeJS.Signals): void;
  end(): Promise<void>;
};

/** Lines of a configuration: a name with its value, or with several. */
export type Settings = Record<string, string | number | readonly string[]>;

export async function freePorts(many: number): Promise<number[]> {
  const servers = Array.from({ length: many }, () => createServer().listen(0, "127.0.0.1"));
  return Promise.all(
    servers.map(async (server) => {
      if (!server.listening) await once(server, "listening");
      const address = server.address();
      server.close();
      await once(server, "close");
      if (address === null || typeof address === "string") throw new Error("no port");
      return address.port;
    }),
  );
}

/** Servers that belong together, in a folder of their own. */
export async function createServers() {
  const program = await findServer(process.env["PATH"] ?? "");
  const folder = await mkdtemp(join(tmpdir(), "easel-redis-"));
  const running: RunningServer[] = [];

  return {
    folder,
    /** Resolves when it answers; `login` is how the test asks. */
    async start(
      port: number,
      settings: Settings,
      login: { password?: string; tls?: ConnectionOptions } = {},
      args: readonly string[] = [],
    ): Promise<RunningServer> {
      const file = join(folder, `${port}.conf`);
      const all: Settings = {
        port,
        bind: "127.0.0.1",
        dir: folder,
        dbfilename: `${port}.rdb`,
        logfile: join(folder, `${port}.log`),
        save: '""',
        ...settings,
      };
      const lines = Object.entries(all).flatMap(([name, value]) =>
        [value].flat().map((each) => `${name} ${each}`),
      );
      await writeFile(file, lines.join("\n"));
      const child = spawn(program, [file, ...args], { stdio: "ignore" });
      const retry = { retryStrategy: () => 20, disconnectTimeout: 50 };
      const ask = new Redis(port, { ...login, ...retry });
      ask.on("error", () => undefined);
      await ask.ping();
      const server: RunningServer = {
        port,
        ask,
        signal: (signal) => void child.kill(signal),
        end: () => endOf(child, ask),
      };
      running.push(server);
      return server;
    },
    async close() {
      await Promise.all(running.map((server) => server.end()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function endOf(child: ChildProcess, ask: Redis): Promise<void> {
  ask.disconnect();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Kills the one of two that is the master, once the other has all of its writes. */
export async function killMaster(pair: readonly RunningServer[]): Promise<void> {
  const roles = await Promise.all(pair.map(async ({ ask }) => String((await ask.role())[0])));
  const master = pair[roles.indexOf("master")];
  if (master === undefined) throw new Error("no master");
  await master.ask.call("WAIT", 1, 1_000);
  await master.end();
}

/** Asks again until it is so. */
export async function until(isSo: () => Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not so: ${isSo.toString()}`);
    await delay(20);
  }
}
