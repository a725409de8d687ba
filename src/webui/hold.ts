import { BackendError } from "../errors.ts";
import type { AnswerSink, Part } from "../generation/backend.ts";
import type { Call, Put, Stage } from "./put.ts";
import type { Awaiting } from "./watch.ts";

/**
 * Puts a request. What is given up meanwhile is held on to until it is known which drawing is ours, some seconds at
 * most: only then can it be stopped, and it alone.
 * @throws {BackendError}, or the signal's reason.
 */
export async function putHeld(
  put: Put,
  call: Call,
  part: Part,
  answers: AnswerSink,
  signal: AbortSignal,
  awaiting: Awaiting,
  onArrived: () => void,
): Promise<Buffer[] | undefined> {
  signal.throwIfAborted();
  let arrived = false;
  const onStage = (stage: Stage) => {
    if (stage !== "arrived") return awaiting.onStage(stage);
    // From here on the webui may draw something else for us.
    arrived = true;
    awaiting.end("no");
    onArrived();
  };
  const letGo = new AbortController();
  const giveUp = () => void awaiting.settled().then(() => letGo.abort(signal.reason));
  signal.addEventListener("abort", giveUp);
  try {
    const doubtful = await put(call, part, answers, letGo.signal, onStage);
    if (!arrived) awaiting.end("no");
    signal.throwIfAborted();
    return doubtful;
  } catch (error) {
    if (!arrived) awaiting.end(mayRun(error) ? "maybe" : "no");
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

/** A proxy that breaks off, a timeout and our own signal leave the drawing running over there. */
function mayRun(error: unknown): boolean {
  const fault = error instanceof BackendError ? error.fault : undefined;
  return fault === undefined || fault === "broke" || fault === "timeout";
}
