/** The author cancelled the job; whoever works on it stops. `seconds`: for so long a webui had been drawing it. */
export class CancelledError extends Error {
  readonly seconds: number | undefined;

  constructor(seconds?: number) {
    super("cancelled");
    this.name = "CancelledError";
    this.seconds = seconds;
  }
}

/** We are asked to end; the job goes back to the queue unharmed. `begun`: a webui was drawing it. */
export class StoppingError extends Error {
  readonly begun: boolean;

  constructor(begun: boolean) {
    super("stopping");
    this.name = "StoppingError";
    this.begun = begun;
  }
}

/** A result is not shown before somebody has decided about it, or it could be checked. */
export class HeldError extends Error {
  constructor() {
    super("held");
    this.name = "HeldError";
  }
}

/** This webui cannot take the job now; it goes back to its place in the queue. */
export class AsideError extends Error {
  constructor() {
    super("not now");
    this.name = "AsideError";
  }
}

/** Nothing is to be drawn for its server now; it waits where the others do not run into it. */
export class PausedError extends Error {
  constructor() {
    super("paused");
    this.name = "PausedError";
  }
}

/** Somebody waits for a webui's answer to this job already: a worker that is gone had it drawn. */
export class AwaitedError extends Error {
  constructor() {
    super("its answer is awaited");
    this.name = "AwaitedError";
  }
}
