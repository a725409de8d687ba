import { CancelledError, StoppingError } from "./endings.ts";

/** The jobs that are being drawn here, so that one can be stopped, or all. */
export type DrawingJobs = {
  /** The signal that stops this job. */
  begin(id: string): AbortSignal;
  end(id: string): void;
  cancel(id: string): void;
  stopAll(): void;
};

export function createDrawingJobs(): DrawingJobs {
  const running = new Map<string, AbortController>();
  return {
    begin(id) {
      const controller = new AbortController();
      running.set(id, controller);
      return controller.signal;
    },
    end: (id) => void running.delete(id),
    cancel: (id) => running.get(id)?.abort(new CancelledError()),
    stopAll() {
      for (const controller of running.values()) controller.abort(new StoppingError());
    },
  };
}
