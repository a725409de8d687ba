import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Chart } from "./chart.ts";
import type { Painted } from "./painter.ts";

export type Painter = {
  /** A PNG of each. */
  paint(charts: readonly Chart[]): Promise<Buffer[]>;
  close(): Promise<void>;
};

/** A few charts take a hundredth of this. Milliseconds. */
const timeoutMs = 20_000;
const program = new URL("painter.ts", import.meta.url);

/**
 * Paints in a process of its own, which lives while there is something to paint: the event loop is never held, and an
 * idle bot does without its memory, which a thread would not give back. It ends after `idleMs` milliseconds.
 */
export function createPainter(idleMs: number): Painter {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const end = async () => {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, "exit");
    ending.kill("SIGKILL");
    await gone;
  };
  const paintNow = async (charts: readonly Chart[]) => {
    clearTimeout(idle);
    child ??= start();
    try {
      const pictures = await ask(child, charts);
      idle = setTimeout(() => void end(), idleMs).unref();
      return pictures.map((bytes) => Buffer.from(bytes));
    } catch (cause) {
      await end();
      throw new Error("the charts could not be painted", { cause });
    }
  };

  return {
    paint(charts) {
      // One after the other: the process answers in turn.
      const painted = last.then(() => paintNow(charts));
      last = painted.catch(() => undefined);
      return painted;
    },
    async close() {
      clearTimeout(idle);
      await end();
    },
  };
}

/** It needs nothing of ours but the charts, so it gets no environment with our secrets in it. */
const start = (): ChildProcess =>
  fork(program, {
    execArgv: [],
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });

async function ask(child: ChildProcess, charts: readonly Chart[]): Promise<Uint8Array[]> {
  const over = new AbortController();
  const tooLong = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([over.signal, tooLong]);
  const onExit = () => over.abort(new Error("the painter ended"));
  child.once("exit", onExit);
  try {
    const heard = once(child, "message", { signal });
    child.send(charts, () => undefined);
    const [painted] = (await heard) as [Painted];
    if ("failure" in painted) throw new Error(painted.failure);
    return painted.pictures;
  } finally {
    child.off("exit", onExit);
  }
}
