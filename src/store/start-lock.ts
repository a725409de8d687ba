import { randomUUID } from "node:crypto";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** Nobody takes longer than this; a lock that is older was left behind. Milliseconds. */
const longestMs = 45_000;
const pollMs = 10;

/** Which of the processes that had our number before us, or have it on another machine, it is. */
const self = `${process.pid} ${randomUUID()}`;

/**
 * Two servers on one append-only file would spoil it, so only one at a time starts or stops the one in `folder`. The
 * lock of a process that was killed counts for nothing.
 */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, "starting");
  while (!(await take(file))) {
    if (await isLeftBehind(file)) await rm(file, { force: true });
    else await delay(pollMs);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, self, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function isLeftBehind(file: string): Promise<boolean> {
  try {
    const [owner, { mtimeMs }] = await Promise.all([readFile(file, "utf8"), stat(file)]);
    if (Date.now() - mtimeMs > longestMs) return true;
    // Just made, not yet written.
    if (owner === "" || owner === self) return false;
    const pid = Number.parseInt(owner, 10);
    return pid === process.pid || !isAlive(pid);
  } catch {
    // Gone by now.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
