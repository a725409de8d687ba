import { BackendError } from "../errors.ts";
import type { Backend, GenerateOptions } from "../generation/backend.ts";
import type { GenerationRequest } from "../generation/request.ts";
import { readWebui } from "./catalog.ts";
import { draw } from "./draw.ts";
import type { Facts } from "./facts.ts";
import { partsOf, routeOf, toPayload } from "./payload.ts";
import { isApiJob, isBatchOf, postInterrupt, readDoing } from "./progress.ts";
import { readAnswers } from "./responses.ts";
import { createWebui, getJson, type WebuiAddress } from "./webui.ts";

export type BackendOptions = WebuiAddress & {
  /** Longest one drawing may take, in milliseconds, the wait in the webui's own queue included. */
  timeoutMs: number;
  /** Largest answer that is taken, in bytes. */
  maxAnswerBytes?: number | undefined;
};

/** Bytes. 512 MiB, less what V8's longest string is short of it (2^29 - 24). */
const defaultMaxAnswer = 2 ** 29 - 1024;

/** A server of the webui API as a backend; which of the seven it is, it finds out itself. */
export function createBackend(options: BackendOptions): Backend {
  const { timeoutMs, maxAnswerBytes = defaultMaxAnswer } = options;
  const webui = createWebui(options);
  /** Forgotten when the webui goes away: another one may come back in its place. */
  let facts: Facts | undefined;
  /** The drawing we wait for, or gave up and did not see the end of. */
  let ours: { count: number; waiting: boolean } | undefined;

  async function catalog(signal: AbortSignal) {
    facts = undefined;
    const read = await readWebui(webui, signal);
    facts = read.facts;
    return read.catalog;
  }

  async function generate(request: GenerationRequest, generation: GenerateOptions) {
    ours = { count: request.count ?? 1, waiting: true };
    try {
      await drawParts(request, generation);
      ours = undefined;
    } catch (error) {
      const fault = error instanceof BackendError ? error.fault : undefined;
      // A proxy that breaks off, a timeout and our own signal leave the drawing running over there.
      const mayRun = fault === undefined || fault === "broke" || fault === "timeout";
      ours = mayRun ? { count: request.count ?? 1, waiting: false } : undefined;
      if (fault === "down" || fault === "broke") facts = undefined;
      throw error;
    }
  }

  async function drawParts(
    request: GenerationRequest,
    { signal, image, answers }: GenerateOptions,
  ) {
    const clock = AbortSignal.timeout(timeoutMs);
    facts ??= (await readWebui(webui, signal)).facts;
    for (const [part, which] of partsOf(request, facts).entries()) {
      if (answers.has(part)) continue;
      const { whole, chunks } = await draw(webui, {
        route: routeOf(request),
        body: toPayload(request, facts, which, image),
        signal,
        clock,
        maxBytes: maxAnswerBytes,
        write: (index, chunk) => answers.write(part, index, chunk),
      });
      await answers.end(part, chunks);
      readAnswers([whole], request);
    }
  }

  /** Interrupts hit whatever runs, whoever asked for it: only what can be ours is stopped (surprise 8). */
  async function interrupt(signal: AbortSignal) {
    const doing = await readDoing(webui, signal);
    if (doing === undefined) return;
    if (isApiJob(doing.job) || (ours && isBatchOf(doing.job, ours.count))) {
      await postInterrupt(webui, signal);
    }
  }

  async function ready(signal: AbortSignal) {
    try {
      if ((await getJson(webui, "/sdapi/v1/samplers", signal)) === undefined) return false;
      if (ours?.waiting) return true;
      const doing = await readDoing(webui, signal);
      if (doing !== undefined && !doing.idle && (ours || isApiJob(doing.job))) return false;
      ours = undefined;
      return true;
    } catch (error) {
      if (error instanceof BackendError || signal.aborted) return false;
      throw error;
    }
  }

  return { name: webui.name, generate, catalog, interrupt, ready, close: () => webui.http.close() };
}
