/** The author cancelled the job; whoever works on it stops. */
export class CancelledError extends Error {
  constructor() {
    super("cancelled");
    this.name = "CancelledError";
  }
}

/** We are asked to end; the job goes back to the queue unharmed. */
export class StoppingError extends Error {
  constructor() {
    super("stopping");
    this.name = "StoppingError";
  }
}

/** Another webui can draw this and this one cannot. */
export class ElsewhereError extends Error {
  constructor() {
    super("another webui can do this");
    this.name = "ElsewhereError";
  }
}
