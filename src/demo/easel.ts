import { spawn } from "node:child_process";
import { once } from "node:events";

/** Easel itself, as `npm start` runs it; out of reach of the terminal's own Ctrl-C, so that it is stopped once only. */
export function startEasel(program: string, env: Record<string, string | undefined>) {
  const child = spawn(process.execPath, [program], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const kill = () => void child.kill("SIGTERM");
  process.once("exit", kill);
  const ended = once(child, "exit").then(() => void process.off("exit", kill));
  return {
    printed: () => printed,
    hasEnded,
    ended,
    async stop(): Promise<void> {
      if (!hasEnded()) child.kill("SIGTERM");
      await ended;
    },
  };
}

export type Easel = ReturnType<typeof startEasel>;
