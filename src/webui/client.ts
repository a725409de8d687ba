import { BackendError } from "../errors.ts";
import type { Backend, GenerateOptions } from "../generation/backend.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import { readWebui } from "./catalog.ts";
import type { WebuiFacts } from "./facts.ts";
import { isApiJob, isBatchOf, postInterrupt, readDoing } from "./progress.ts";
import { type Put, putHere } from "./put.ts";
import { readAnswers } from "./responses.ts";
import { tasksOf } from "./tasks.ts";
import { createWebui, getJson, type WebuiAddress } from "./webui.ts";

export type BackendOptions = WebuiAddress & {
  /** Longest one drawing may take, in milliseconds, the wait in the webui's own queue included. */
  timeoutMs: number;
  /** Largest answer that is taken, in bytes. */
  maxAnswerBytes?: number | undefined;
  /** Who puts drawings to the webui and stores what it answers; this process if not said. */
  put?: Put | undefined;
};

/** Bytes. 512 MiB, less what V8's longest string is short of it (2^29 - 24). */
const defaultMaxAnswer = 2 ** 29 - 1024;

/** A server of the webui API as a backend; which of the seven it is, it finds out itself. */
export function createBackend(options: BackendOptions): Backend {
  const { url, login, headers, timeoutMs, maxAnswerBytes = defaultMaxAnswer } = options;
  const webui = createWebui(options);
  const put = options.put ?? putHere(webui);
  /** Forgotten when the webui goes away: another one may come back in its place. */
  let facts: WebuiFacts | undefined;
  /** The drawing we wait for, or gave up and did not see the end of. */
  let ours: { count: number; waiting: boolean } | undefined;

  async function catalog(signal: AbortSignal) {
    try {
      const read = await readWebui(webui, signal);
      facts = read.facts;
      return read.catalog;
    } catch (error) {
      if (error instanceof BackendError) facts = undefined;
      throw error;
    }
  }

  async function generate(request: Work, generation: GenerateOptions) {
    const count = isDrawing(request) ? (request.count ?? 1) : 1;
    ours = { count, waiting: true };
    try {
      await drawParts(request, generation);
      ours = undefined;
    } catch (error) {
      const fault = error instanceof BackendError ? error.fault : undefined;
      // A proxy that breaks off, a timeout and our own signal leave the drawing running over there.
      const mayRun = fault === undefined || fault === "broke" || fault === "timeout";
      ours = mayRun ? { count, waiting: false } : undefined;
      if (fault === "down" || fault === "broke") facts = undefined;
      throw error;
    }
  }

  async function drawParts(
    request: Work,
    { signal, pictures = new Map(), answers }: GenerateOptions,
  ) {
    const deadline = performance.now() + timeoutMs;
    // One drawing is put in one way, whatever a look at the lists finds meanwhile.
    const known = facts ?? (await readWebui(webui, signal)).facts;
    facts = known;
    for (const [part, task] of tasksOf(request, known, pictures).entries()) {
      if (answers.has(part)) continue;
      const call = {
        address: { url, login, headers },
        name: webui.name,
        route: task.route,
        body: JSON.stringify(task.body()),
        timeoutMs: Math.max(1, Math.ceil(deadline - performance.now())),
        maxBytes: maxAnswerBytes,
      };
      const doubtful = await put(call, part, answers, signal);
      if (doubtful !== undefined) readAnswers([Buffer.concat(doubtful)], request);
    }
  }

  /** Interrupts hit whatever runs, whoever asked for it: only what can be ours is stopped (surprise 8). */
  async function interrupt(signal: AbortSignal) {
    const doing = await readDoing(webui, signal);
    if (doing === undefined) return false;
    const hit = isApiJob(doing.job) || (ours !== undefined && isBatchOf(doing.job, ours.count));
    if (hit) await postInterrupt(webui, signal);
    return hit;
  }

  async function progress() {
    return undefined;
  }

  async function skip() {
    return false;
  }

  function gone(): false {
    facts = undefined;
    return false;
  }

  async function ready(signal: AbortSignal) {
    try {
      const samplers = await getJson(webui, "/sdapi/v1/samplers", signal);
      if (samplers === undefined) return gone();
      if (ours?.waiting) return true;
      const doing = await readDoing(webui, signal);
      if (doing !== undefined && !doing.idle && (ours || isApiJob(doing.job))) return false;
      ours = undefined;
      return true;
    } catch (error) {
      if (error instanceof BackendError) return gone();
      if (signal.aborted) return false;
      throw error;
    }
  }

  const close = () => webui.http.close();
  return { name: webui.name, generate, catalog, progress, interrupt, skip, ready, close };
}
