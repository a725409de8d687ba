import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { BackendError, type BackendFault, LostError } from "../errors.ts";
import type { AnswerSink, JobLock, Part } from "../generation/backend.ts";
import type { Call, Put, Stage } from "./put.ts";

/** The job that a drawing is for. */
type Whose = Pick<AnswerSink, "id" | "kind"> & {
  lock: JobLock | undefined;
  /** Parts of it that are known to be put away. */
  stored: number;
};

/** What the receiver is told. `number` tells its drawings apart. */
export type Order =
  | { do: "start"; redisUrl: string }
  | ({ do: "put"; number: number; call: Call; part: Part } & Whose)
  | { do: "drop"; number: number }
  | { do: "end" };

/** How far a drawing is, and what became of it. */
export type Report = { number: number } & (
  | { stage: Stage }
  | { doubtful: Buffer[] | undefined }
  | { fault: BackendFault; detail: string }
  | { failure: string }
  | { lost: true }
);

export type Receiver = { put: Put; close(): Promise<void> };

export type ReceiverOptions = {
  /** The program and its arguments, as Node is to run it. */
  program: readonly string[];
  redisUrl: string;
  /** Without work for this long, it ends until there is some. Milliseconds. */
  idleMs: number;
  /** `lost`: it ended although there was work for it. */
  onEvent(event: "started" | "lost", pid: number | undefined): void;
};

/** A receiver that does not keep to a drawing's own time is given this much more. Milliseconds. */
const graceMs = 2_000;
const endMs = 3_000;

type Waiting = {
  resolve: (doubtful: Buffer[] | undefined) => void;
  reject: (why: Error) => void;
  onStage: ((stage: Stage) => void) | undefined;
};

/**
 * A process of its own that puts drawings to the webuis and stores their answers. It outlives a kill of this one: what
 * a webui answers then is stored all the same, and the next worker finds it. It runs while there is work.
 */
export function createReceiver({ program, redisUrl, idleMs, onEvent }: ReceiverOptions): Receiver {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let number = 0;

  const tell = (order: Order) => {
    child ??= start();
    // Who has ended meanwhile says so by itself.
    child.send(order, () => undefined);
  };

  function start(): ChildProcess {
    // In a group of its own, so that what ends ours leaves it alone.
    const begun = spawn(process.execPath, [...process.execArgv, ...program], {
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
    });
    begun.on("message", (report: Report) => settle(report));
    begun.on("error", (cause) => lose(begun, cause));
    begun.on("exit", () => lose(begun));
    onEvent("started", begun.pid);
    begun.send({ do: "start", redisUrl } satisfies Order, () => undefined);
    return begun;
  }

  function settle(report: Report): void {
    const one = waiting.get(report.number);
    if ("stage" in report) one?.onStage?.(report.stage);
    else if ("doubtful" in report) one?.resolve(report.doubtful);
    else if ("fault" in report) one?.reject(new BackendError(report.fault, report.detail));
    else if ("lost" in report) one?.reject(new LostError());
    else one?.reject(new Error(report.failure));
  }

  function lose(lost: ChildProcess, cause?: Error): void {
    if (child !== lost) return;
    child = undefined;
    if (waiting.size > 0) onEvent("lost", lost.pid);
    for (const one of waiting.values()) one.reject(new BackendError("broke", "", { cause }));
  }

  async function stop(): Promise<void> {
    const ending = child;
    if (ending === undefined) return;
    tell({ do: "end" });
    lose(ending);
    const gone = once(ending, "exit");
    if (ending.exitCode !== null || ending.signalCode !== null) return;
    await Promise.race([gone, delay(endMs, undefined, { ref: false })]);
    ending.kill("SIGKILL");
  }

  const put: Put = async (call, part, { id, kind, stored, lock }, signal, onStage) => {
    signal.throwIfAborted();
    clearTimeout(idle);
    const own = (number += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Buffer[] | undefined>();
    waiting.set(own, { resolve, reject, onStage });
    const drop = () => {
      tell({ do: "drop", number: own });
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", drop);
    const clock = setTimeout(
      () => reject(new BackendError("timeout", "")),
      call.timeoutMs + graceMs,
    );
    try {
      tell({ do: "put", number: own, call, part, id, kind, stored: stored.length, lock });
      return await promise;
    } finally {
      clearTimeout(clock);
      signal.removeEventListener("abort", drop);
      waiting.delete(own);
      if (waiting.size === 0) idle = setTimeout(() => void stop(), idleMs);
    }
  };

  return {
    put,
    async close() {
      clearTimeout(idle);
      await stop();
    },
  };
}
