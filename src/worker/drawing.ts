import { CancelledError, StoppingError } from "./endings.ts";

/** The jobs that are being drawn here, or made ready for it, so that one can be stopped, or all. */
export type DrawingJobs = {
  /** The signal that stops this job. */
  begin(id: string): AbortSignal;
  /** From now on a webui draws it. */
  mark(id: string): void;
  end(id: string): void;
  cancel(id: string): void;
  /** None that is not drawn yet is drawn any more. */
  stopWaiting(): void;
  stopAll(): void;
};

/** `begunAt`: by `performance.now()`. */
type Running = { controller: AbortController; begunAt?: number };

export function createDrawingJobs(): DrawingJobs {
  const running = new Map<string, Running>();
  let stopping = false;
  const stop = ({ controller, begunAt }: Running) =>
    controller.abort(new StoppingError(begunAt !== undefined));
  return {
    begin(id) {
      const job: Running = { controller: new AbortController() };
      running.set(id, job);
      if (stopping) stop(job);
      return job.controller.signal;
    },
    mark(id) {
      const job = running.get(id);
      if (job !== undefined) job.begunAt = performance.now();
    },
    end: (id) => void running.delete(id),
    cancel(id) {
      const job = running.get(id);
      if (job === undefined) return;
      const { controller, begunAt } = job;
      const seconds = begunAt === undefined ? undefined : (performance.now() - begunAt) / 1000;
      controller.abort(new CancelledError(seconds));
    },
    stopWaiting() {
      stopping = true;
      for (const job of running.values()) if (job.begunAt === undefined) stop(job);
    },
    stopAll() {
      stopping = true;
      for (const job of running.values()) stop(job);
    },
  };
}
