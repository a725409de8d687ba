import { setTimeout as delay } from "node:timers/promises";
import { BackendError } from "../errors.ts";
import type { Expected, Look } from "./look.ts";
import { readLook, type Told } from "./progress.ts";
import type { Stage } from "./put.ts";
import type { Webui } from "./webui.ts";
import {
  afterAnswer,
  afterGivingUp,
  afterLook,
  afterSent,
  arrivalMs,
  expectOurs,
  mayBecomeCertain,
  type Whose,
} from "./whose.ts";

/** Looks at one webui, in their order, and keeps what they say of the drawing that is ours. */
export type Watch = {
  /** Of the request that is awaited, or was given up. */
  whose(): Whose | undefined;
  look(signal: AbortSignal, preview?: boolean): Promise<Told | undefined>;
  /** A request is about to be sent; what became of it is to be said. */
  expect(expected: Expected, signal: AbortSignal): Promise<Awaiting>;
  /** What was given up has ended. */
  end(): void;
  /** Whatever is there now is another webui. */
  forget(): void;
};

export type Awaiting = {
  onStage(stage: Stage): void;
  /** `maybe`: it may run over there all the same. */
  end(runs: "no" | "maybe"): void;
  /** Resolves when waiting longer for its answer would not tell whose drawing runs. */
  settled(): Promise<void>;
};

/** What the webui is able to tell. */
export type Tells = { progress: boolean; listsTasks: boolean };

/** Milliseconds: from one look to the next, until it is certain which drawing is ours. */
const pauseMs = 1_300;
const settleMs = { pause: 50, most: 4_500 };
/** Looks that are kept. */
const mostLooks = 8;

export function createWatch(webui: Webui, tells: () => Tells | undefined): Watch {
  let whose: Whose | undefined;
  let looks: Look[] = [];
  let last: Promise<unknown> = Promise.resolve();

  function look(signal: AbortSignal, preview = false): Promise<Told | undefined> {
    const next = last.then(() => takeLook(signal, preview));
    last = next.catch(() => undefined);
    return next;
  }

  async function takeLook(signal: AbortSignal, preview: boolean): Promise<Told | undefined> {
    const { progress = true, listsTasks = false } = tells() ?? {};
    if (!progress) return undefined;
    // Nobody else's picture is asked for.
    const own = whose?.own !== undefined && preview;
    const told = await readLook(webui, signal, { listsTasks, preview: own });
    if (told === undefined) return undefined;
    const { preview: _, ...kept } = told;
    looks = [...looks, kept].slice(-mostLooks);
    if (whose !== undefined) whose = afterLook(whose, told);
    return told;
  }

  /** What goes wrong with a look shows at the drawing itself. */
  async function tryLook(signal: AbortSignal): Promise<void> {
    try {
      await look(signal);
    } catch (error) {
      if (!signal.aborted && !(error instanceof BackendError)) throw error;
    }
  }

  async function keepLooking(over: AbortSignal): Promise<void> {
    for (let pause = arrivalMs + 10; whose?.own === undefined; pause = pauseMs) {
      await delay(pause, undefined, { signal: over }).catch(() => undefined);
      if (over.aborted) return;
      await tryLook(over);
    }
  }

  async function expect(expected: Expected, signal: AbortSignal): Promise<Awaiting> {
    const { progress = false, listsTasks = false } = tells() ?? {};
    const over = new AbortController();
    const before = looks.at(-1);
    // Who waits before us may be known from earlier. Where nobody is told of, that it is idle still has to be seen now.
    const isWorthIt = listsTasks ? before?.pending === undefined : before?.idle === true;
    if (progress && isWorthIt) await tryLook(signal);
    whose = expectOurs(expected, looks);
    const change = (after: (whose: Whose) => Whose) => {
      if (whose !== undefined && !over.signal.aborted) whose = after(whose);
    };
    return {
      onStage(stage) {
        if (stage === "answering") return change(afterAnswer);
        change((known) => afterSent(known, performance.now()));
        if (progress) void keepLooking(over.signal);
      },
      end(runs) {
        change(afterGivingUp);
        over.abort();
        if (runs === "no") whose = undefined;
      },
      async settled() {
        const until = performance.now() + settleMs.most;
        while (progress && whose !== undefined && mayBecomeCertain(whose)) {
          if (performance.now() > until) return;
          await delay(settleMs.pause);
        }
      },
    };
  }

  return {
    whose: () => whose,
    look,
    expect,
    end: () => {
      whose = undefined;
    },
    forget() {
      whose = undefined;
      looks = [];
    },
  };
}
