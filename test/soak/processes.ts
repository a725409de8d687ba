import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ProcessSample, Said } from "./samples.ts";

/** A process that does not answer by then is ending. Milliseconds. */
const answerMs = 5_000;

/** Asks every process that runs with a probe of this folder. */
export async function measureProcesses(folder: string): Promise<ProcessSample[]> {
  const pids = readdirSync(folder).map((file) => Number.parseInt(file));
  const found = await Promise.all(pids.map((pid) => measure(folder, pid)));
  return found.flatMap((each) => each ?? []);
}

/** What the processes warned of. */
export function warningsOf(folder: string): string[] {
  return readdirSync(folder).flatMap((file) =>
    read(folder, Number.parseInt(file)).flatMap(({ warning }) => warning ?? []),
  );
}

async function measure(folder: string, pid: number): Promise<ProcessSample | undefined> {
  const [first, ...before] = read(folder, pid);
  const name = first?.name;
  if (name === undefined || !isAlive(pid)) return undefined;
  process.kill(pid, "SIGUSR2");
  for (let waited = 0; waited < answerMs && isAlive(pid); waited += 20) {
    await delay(20);
    const inside = read(folder, pid)
      .slice(before.length + 1)
      .findLast((said) => said.inside)?.inside;
    if (inside !== undefined) return { pid, name, ...inside, files: filesOf(pid) };
  }
  return undefined;
}

function read(folder: string, pid: number): Said[] {
  const lines = readFileSync(join(folder, `${pid}.jsonl`), "utf8").split("\n");
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Said);
}

/** The number may be another's by now, which must not be sent a signal. */
function isAlive(pid: number): boolean {
  try {
    return /src\/(?:main|receiver)\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  } catch {
    return false;
  }
}

function filesOf(pid: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const descriptor of readdirSync(`/proc/${pid}/fd`)) {
    const kind = kindOf(`/proc/${pid}/fd/${descriptor}`);
    if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** `socket:[123]` is a socket, `/tmp/x` a file. */
function kindOf(link: string): string | undefined {
  try {
    const target = readlinkSync(link);
    return target.startsWith("/") ? "file" : target.replace(/:?\[.*/, "");
  } catch {
    // Closed since it was listed.
    return undefined;
  }
}
