import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type EaselProcess, startEasel } from "../../harness/easel.ts";

/** One of Easel's programs, started as often as it is killed. */
export type Program = {
  name: string;
  /** Nothing to do where it runs. */
  start(): void;
  /** kill -9, without a moment's delay. */
  kill(): void;
  /** Stops it; it goes on when what comes back is called, unless it was killed meanwhile. */
  freeze(withReceiver: boolean): () => void;
  /** The receiver that it started last; undefined where none runs. */
  receiver(): number | undefined;
  /** Its clock is off by so much from now on, its receiver's as well, and after a new start. */
  setClock(offMs: number): void;
  /** What runs now has come up. */
  isUp(): boolean;
  /** Everything that it printed, run after run. */
  output(): string;
  log(): Record<string, unknown>[];
  /** SIGTERM; answers the exit code if it ends within the time that it has. */
  stop(): Promise<number | null | "none in time">;
  remove(): Promise<void>;
};

/** Product.md, section 7. Milliseconds. */
const stopMs = 30_000;
const clock = new URL("clock.ts", import.meta.url).href;

export function createProgram(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
  folder: string,
): Program {
  const clockFile = join(folder, `clock of ${name}`);
  writeFileSync(clockFile, "0");
  const runs: EaselProcess[] = [];
  const alive = new Set<EaselProcess>();
  const upAt = new WeakSet<EaselProcess>();
  const current = () => runs.at(-1);
  const log = () => runs.flatMap((run) => run.log());
  const receiver = () => {
    const started = log().findLast(({ msg }) => msg === "receiver started");
    const pid = Number(started?.["receiver"]);
    return isReceiver(pid) ? pid : undefined;
  };

  return {
    name,
    receiver,
    log,
    start() {
      const last = current();
      if (last !== undefined && alive.has(last)) return;
      const run = startEasel(
        {
          ...env,
          CLOCK_FILE: clockFile,
          NODE_OPTIONS: `--import ${clock} ${env["NODE_OPTIONS"] ?? ""}`,
        },
        args,
      );
      runs.push(run);
      alive.add(run);
      void run.ended.then(() => alive.delete(run));
    },
    kill() {
      const last = current();
      if (last === undefined) return;
      alive.delete(last);
      send(last.pid, "SIGKILL");
    },
    freeze(withReceiver) {
      const pids = [current()?.pid, ...(withReceiver ? [receiver()] : [])];
      for (const pid of pids) send(pid, "SIGSTOP");
      return () => {
        for (const pid of pids) send(pid, "SIGCONT");
      };
    },
    setClock(offMs) {
      writeFileSync(clockFile, String(offMs));
    },
    isUp() {
      const last = current();
      if (last === undefined || !alive.has(last)) return false;
      if (!upAt.has(last) && last.log().some(({ msg }) => msg === "started")) upAt.add(last);
      return upAt.has(last);
    },
    output: () => runs.map((run) => run.output()).join(""),
    stop: async () =>
      Promise.race([
        current()?.stop() ?? null,
        delay(stopMs, "none in time" as const, { ref: false }),
      ]),
    async remove() {
      const last = receiver();
      for (const run of runs) await run.kill();
      // One that is still at work ends only after what it waits for.
      send(last, "SIGKILL");
    },
  };
}

/** The number of one that has ended may be another's by now. */
function isReceiver(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("receiver");
  } catch {
    return false;
  }
}

function send(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}
