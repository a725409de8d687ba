import { spawn } from "node:child_process";
import { once } from "node:events";
import packageJson from "../../package.json" with { type: "json" };

export type Ran = { code: number | null; output: string; errors: string };

/** Runs what `npm run backup`, `npm run restore` and `npm run doctor` run, with nothing in its environment but `env` and PATH. */
export function begin(
  program: "backup" | "restore" | "doctor",
  args: readonly string[],
  env: Record<string, string>,
) {
  const words = packageJson.scripts[program].split(" ").slice(1);
  const child = spawn(process.execPath, [...words, ...args], {
    env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "test", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const ended = once(child, "close").then(([code]): Ran => ({
    code: code as number | null,
    output: output.trim(),
    errors: errors.trim(),
  }));
  return { child, ended };
}

export const run = (...args: Parameters<typeof begin>): Promise<Ran> => begin(...args).ended;
