import type { AnswerSink, Part } from "../generation/backend.ts";
import { draw } from "./draw.ts";
import type { Webui, WebuiAddress } from "./webui.ts";

/** One request of a drawing as plain data, so that another process can put it to the webui. */
export type Call = {
  address: WebuiAddress;
  /** For people: `host:port`. */
  name: string;
  route: string;
  /** JSON. */
  body: string;
  /** Milliseconds until it is given up. */
  timeoutMs: number;
  /** The answer is given up when it is larger. */
  maxBytes: number;
};

/**
 * How far a request is: all of it was written; the first of its answer, or its failure, has come; all of a good answer is
 * here, though not stored yet, and the webui is free.
 */
export type Stage = "sent" | "answering" | "arrived";

/**
 * Puts one request to a webui and the answer, while it arrives, into `answers`. Resolves when it is stored whole,
 * with its bytes where a look at the first of them did not show a picture.
 * @throws {BackendError}, or the signal's reason.
 */
export type Put = (
  call: Call,
  part: Part,
  answers: AnswerSink,
  signal: AbortSignal,
  onStage?: (stage: Stage) => void,
) => Promise<Buffer[] | undefined>;

/** In this very process: what has arrived and is not stored yet goes when it is killed. */
export function putHere(webui: Webui): Put {
  return async ({ route, body, timeoutMs, maxBytes }, part, answers, signal, onStage) => {
    answers.begin(part);
    const { chunks, doubtful } = await draw(webui, {
      route,
      body,
      signal,
      clock: AbortSignal.timeout(timeoutMs),
      maxBytes,
      onStage,
      write: (index, chunk) => answers.write(part, index, chunk),
    });
    onStage?.("arrived");
    await answers.end(part, chunks);
    return doubtful;
  };
}
