import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { StandInDiscord } from "../../src/demo/discord/start.ts";
import { type EaselProcess, startEasel } from "../harness/easel.ts";
import { stopRedisIn } from "../harness/redis.ts";
import { connectTo, createOwnRedis } from "./own-redis.ts";

/** Who can be killed: the first three where all is in one process, the others where each is apart. */
export const victims = ["process", "private redis", "receiver", "worker", "bot", "redis"] as const;
export type Victim = (typeof victims)[number];

export type Setup = {
  redis: Redis;
  /** kill -9, without a moment's delay. */
  kill(): void;
  /** Starts the victim again; nothing to do for a Redis that Easel looks after. */
  restart(): Promise<void>;
  /** Has everything that runs now come up? */
  isUp(): boolean;
  /** Everything that Easel printed, run after run. */
  output(): string;
  /** SIGTERM to all; answers the exit codes of those that end within the 30 s that they have. */
  stop(): Promise<(number | null | "none in time")[]>;
  remove(): Promise<void>;
};

/** Milliseconds. */
const stopMs = 30_000;

type Program = { name: string; args: string[]; runs: EaselProcess[] };

/** Starts Easel the way that has such a victim, and waits until it takes commands and has a webui. */
export async function startSetup(
  victim: Victim,
  discord: StandInDiscord,
  webuiUrl: string,
): Promise<Setup> {
  const dataDir = await mkdtemp(join(tmpdir(), "easel-faults-"));
  const apart = victim === "worker" || victim === "bot" || victim === "redis";
  const own = apart ? await createOwnRedis(join(dataDir, "own")) : undefined;
  await own?.start();
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_CDN_ORIGINS: discord.cdnOrigin,
    WEBUI_URLS: webuiUrl,
    DATA_DIR: dataDir,
    HTTP_PORT: "0",
    LOG_LEVEL: "debug",
    ...(own === undefined ? {} : { REDIS_URL: own.url }),
  };
  const programs: Program[] = apart
    ? ["worker", "bot"].map((name) => ({ name, args: [name], runs: [] }))
    : [{ name: "process", args: [], runs: [] }];
  const start = (program: Program) => program.runs.push(startEasel(env, program.args));
  for (const program of programs) start(program);
  const outputs = () => programs.flatMap(({ runs }) => runs.map((run) => run.output())).join("");
  const signs = ['"webui is up"', '"the bot knows who is up"', '"commands registered"'];
  await discord.waitFor(() => signs.every((sign) => outputs().includes(sign)), 20_000);
  const redis = own?.connect() ?? connectTo(join(dataDir, "redis", "redis.sock"));
  await discord.waitFor(() => redis.status === "ready");
  const privatePid = Number(/process_id:(\d+)/.exec(await redis.info("server"))?.[1]);

  const struck = programs.find(({ name }) => name === victim);
  let ending: Promise<void> | undefined;
  return {
    redis,
    kill() {
      if (victim === "private redis") process.kill(privatePid, "SIGKILL");
      else if (victim === "receiver") killReceiver(programs);
      else if (victim === "redis") ending = own?.end("SIGKILL");
      else void struck?.runs.at(-1)?.kill();
    },
    async restart() {
      await ending;
      if (victim === "redis") await own?.start();
      else if (struck !== undefined) {
        // A gateway lets the same bot identify only every 5 s.
        if (victim !== "worker") discord.advance(6_000);
        start(struck);
      }
    },
    isUp: () =>
      programs.every(({ runs }) =>
        runs
          .at(-1)
          ?.log()
          .some(({ msg }) => msg === "started"),
      ),
    output: outputs,
    async stop() {
      const stopOne = async ({ runs }: Program) =>
        Promise.race([runs.at(-1)?.stop() ?? null, delay(stopMs, "none in time" as const)]);
      return Promise.all(programs.map(stopOne));
    },
    async remove() {
      redis.disconnect();
      for (const { runs } of programs) for (const run of runs) await run.kill();
      await own?.end("SIGKILL");
      await stopRedisIn(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** It runs only while there is something to receive. */
function killReceiver(programs: readonly Program[]): void {
  const started = programs
    .flatMap(({ runs }) => runs.flatMap((run) => run.log()))
    .findLast(({ msg }) => msg === "receiver started");
  if (started !== undefined) process.kill(Number(started["receiver"]), "SIGKILL");
}
