import type { Json } from "./types.ts";

export type Fault =
  | { kind: "hang" }
  | { kind: "drop" }
  | { kind: "drop-before" }
  | { kind: "truncate" }
  | { kind: "nonsense"; body?: string; contentType?: string; status?: number }
  | { kind: "error"; status: number; body?: Json | string }
  | { kind: "out-of-memory" }
  | { kind: "nans" }
  | { kind: "empty-images" }
  | { kind: "blank-image" }
  | { kind: "huge" }
  | { kind: "html-502" }
  | { kind: "slow-body"; ms: number }
  /** A disk that is busy with something else: the model comes late. */
  | { kind: "slow-load"; seconds: number }
  | { kind: "wrong-sampler" }
  | { kind: "wrong-model" }
  | { kind: "grid-first" }
  | { kind: "extra-images" };

export interface Faults {
  /** For the next generation request; several calls queue up. What comes back takes it away, if no request has met it. */
  next: (fault: Fault) => () => void;
  /** For every request that no `next` is queued for. */
  always: (fault: Fault | undefined) => void;
  /** Lets what hangs go on. */
  release: () => void;
  take: () => Fault | undefined;
  /** Resolves at the next release, rejects when the server dies. */
  hang: (signal: AbortSignal) => Promise<void>;
}

export function createFaults(): Faults {
  const queued: Fault[] = [];
  let standing: Fault | undefined;
  let gate = Promise.withResolvers<void>();
  return {
    next: (fault) => {
      const own = { ...fault };
      queued.push(own);
      return () => {
        const at = queued.indexOf(own);
        if (at !== -1) queued.splice(at, 1);
      };
    },
    always: (fault) => {
      standing = fault;
    },
    release: () => {
      gate.resolve();
      gate = Promise.withResolvers<void>();
    },
    take: () => queued.shift() ?? standing,
    hang: (signal) =>
      new Promise<void>((resolve, reject) => {
        const die = () => reject(new DOMException("The server died", "AbortError"));
        if (signal.aborted) return die();
        signal.addEventListener("abort", die, { once: true });
        void gate.promise.then(() => {
          signal.removeEventListener("abort", die);
          return resolve();
        });
      }),
  };
}
