import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import packageJson from "../../package.json" with { type: "json" };

export type EaselProcess = {
  pid: number;
  /** Everything it has printed so far. */
  output(): string;
  /** One object for each JSON line of the log. */
  log(): Record<string, unknown>[];
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves with the exit code once it has ended by itself. */
  ended: Promise<number | null>;
};

/** The words of `npm start` behind `node`. */
const startArguments = String(packageJson.scripts.start).split(" ").slice(1);

/** Runs what `npm start` runs, with nothing in its environment but `env` and PATH. */
export function startEasel(
  env: Record<string, string>,
  args: readonly string[] = [],
): EaselProcess {
  const child: ChildProcess = spawn(process.execPath, [...startArguments, ...args], {
    env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "test", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (output += text));
  const lines: Record<string, unknown>[] = [];
  let readTo = 0;
  // Tests ask many times a second: each line is read once, when it is whole.
  const readLines = () => {
    const end = output.lastIndexOf("\n") + 1;
    for (const line of output.slice(readTo, end).split("\n"))
      if (line.startsWith("{")) lines.push(JSON.parse(line) as Record<string, unknown>);
    readTo = end;
  };
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const signal = async (name: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(name);
    return ended;
  };
  return {
    pid: child.pid ?? 0,
    output: () => output,
    log() {
      readLines();
      return [...lines];
    },
    stop: () => signal("SIGTERM"),
    async kill() {
      await signal("SIGKILL");
    },
    ended,
  };
}
