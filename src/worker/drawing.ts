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

type Running = { controller: AbortController; begun: boolean };

export function createDrawingJobs(): DrawingJobs {
  const running = new Map<string, Running>();
  let stopping = false;
  const stop = ({ controller, begun }: Running) => controller.abort(new StoppingError(begun));
  return {
    begin(id) {
      const job: Running = { controller: new AbortController(), begun: false };
      running.set(id, job);
      if (stopping) stop(job);
      return job.controller.signal;
    },
    mark(id) {
      const job = running.get(id);
      if (job !== undefined) job.begun = true;
    },
    end: (id) => void running.delete(id),
    cancel(id) {
      const job = running.get(id);
      job?.controller.abort(new CancelledError(job.begun));
    },
    stopWaiting() {
      stopping = true;
      for (const job of running.values()) if (!job.begun) stop(job);
    },
    stopAll() {
      stopping = true;
      for (const job of running.values()) stop(job);
    },
  };
}
