import { BackendError, isWebuisOwn } from "../errors.ts";
import { type Trouble, troubles } from "../generation/health.ts";
import { CancelledError, StoppingError } from "./endings.ts";

/** After such an end the webui may still draw, or be gone, or have to come to itself. */
export const isInDoubt = (error: unknown) =>
  error instanceof CancelledError ||
  error instanceof StoppingError ||
  (error instanceof BackendError && (isWebuisOwn(error) || error.retryable));

/** What is wrong with a webui that failed so. */
export function troubleOf(why: unknown): Trouble {
  if (why instanceof BackendError) return troubles[why.fault];
  return isTimeout(why) ? "hung" : "down";
}

export const isTimeout = (error: unknown) =>
  error instanceof Error && error.name === "TimeoutError";
