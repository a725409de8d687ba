import { BackendError } from "../errors.ts";
import type { Backend, GenerateOptions } from "../generation/backend.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import { readWebui } from "./catalog.ts";
import type { WebuiFacts } from "./facts.ts";
import { type Ours, toProgress } from "./how-far.ts";
import { batchRunsOn, isApiJob, post, runsOn } from "./progress.ts";
import { type Put, putHere } from "./put.ts";
import { putHeld } from "./hold.ts";
import { countFound } from "./found.ts";
import { readAnswers } from "./responses.ts";
import { withoutPictures } from "./shown-body.ts";
import { readOptions, rescan, writeOption } from "./settings.ts";
import { expectedOf, tasksOf } from "./tasks.ts";
import { createWatch } from "./watch.ts";
import { createWebui, getJson, type WebuiAddress } from "./webui.ts";
import { isOurs, isOver } from "./whose.ts";

export type BackendOptions = WebuiAddress & {
  /** Longest one drawing may take, in milliseconds, the wait in the webui's own queue included. */
  timeoutMs: number;
  /** Largest answer that is taken, in bytes. */
  maxAnswerBytes?: number | undefined;
  /** Who puts drawings to the webui and stores what it answers; this process if not said. */
  put?: Put | undefined;
};

/** Every kind has it, and answers it at once. */
const alwaysThere = "/sdapi/v1/samplers";

/** Bytes. 512 MiB, less what V8's longest string is short of it (2^29 - 24). */
const defaultMaxAnswer = 2 ** 29 - 1024;

/** A server of the webui API as a backend; which of the seven it is, it finds out itself. */
export function createBackend(options: BackendOptions): Backend {
  const { url, login, headers, timeoutMs, maxAnswerBytes = defaultMaxAnswer } = options;
  const webui = createWebui(options);
  const put = options.put ?? putHere(webui);
  /** Forgotten when the webui goes away: another one may come back in its place. */
  let facts: WebuiFacts | undefined;
  const watch = createWatch(webui, () => facts?.tells);
  /** How far the drawing is that we wait for; one that has arrived and is being stored, nobody waits for any more. */
  let ours: Ours | undefined;
  let latest: object | undefined;

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
    latest = generation;
    try {
      await drawParts(request, generation);
    } catch (error) {
      const fault = error instanceof BackendError ? error.fault : undefined;
      if (fault === "down" || fault === "broke") facts = undefined;
      throw error;
    } finally {
      if (latest === generation) ours = undefined;
    }
  }

  async function drawParts(
    request: Work,
    { signal, pictures = new Map(), answers, onRequest, onArrived }: GenerateOptions,
  ) {
    const deadline = performance.now() + timeoutMs;
    // One drawing is put in one way, whatever a look at the lists finds meanwhile.
    const webuiFacts = facts ?? (await readWebui(webui, signal)).facts;
    facts = webuiFacts;
    const all = isDrawing(request) ? (request.count ?? 1) : 1;
    const tasks = tasksOf(request, webuiFacts, pictures, await countFound(request, answers));
    for (const [index, { part, route, body: toBody }] of tasks.entries()) {
      ours = { ...part, pictures: all };
      const body = toBody();
      onRequest?.(part.before, route, JSON.stringify(withoutPictures(body)));
      const call = {
        address: { url, login, headers },
        name: webui.name,
        route,
        body: JSON.stringify(body),
        timeoutMs: Math.max(1, Math.ceil(deadline - performance.now())),
        maxBytes: maxAnswerBytes,
      };
      const awaiting = await watch.expect(expectedOf(route, body), signal);
      const isLast = index === tasks.length - 1;
      const done = () => {
        if (isLast) onArrived?.();
      };
      const stored = [...answers.stored, ...tasks.slice(0, index).map((task) => task.part)];
      const known = { ...answers, stored };
      const doubtful = await putHeld(put, call, part, known, signal, awaiting, done);
      if (doubtful !== undefined) readAnswers([Buffer.concat(doubtful)], request);
    }
  }

  async function progress(signal: AbortSignal, { preview }: { preview: boolean }) {
    if (ours === undefined) return undefined;
    const told = await watch.look(signal, preview);
    const whose = watch.whose();
    return told && whose && ours && toProgress(whose, told, ours);
  }

  /** These hit whatever runs, whoever asked for it (webui-api.md, surprise 8): only what surely is ours is. */
  async function hit(what: "interrupt" | "skip", signal: AbortSignal): Promise<boolean> {
    if (watch.whose()?.own === undefined) return false;
    const told = await watch.look(signal);
    const whose = watch.whose();
    if (told === undefined || whose === undefined || !isOurs(whose, told)) return false;
    if (what === "interrupt") {
      if (told.interrupted) return true;
      return runsOn(told) && post(webui, what, signal);
    }
    if (told.skipped) return true;
    // Where each picture is a request of its own, the next one is put when this one ends.
    const isLast = ours === undefined || ours.before + ours.count >= ours.pictures;
    return (whose.batches > 1 || !isLast) && batchRunsOn(told) && post(webui, what, signal);
  }

  function gone(): false {
    facts = undefined;
    watch.forget();
    return false;
  }

  async function responds(signal: AbortSignal) {
    try {
      return (await getJson(webui, alwaysThere, signal)) !== undefined;
    } catch (error) {
      if (error instanceof BackendError || signal.aborted) return false;
      throw error;
    }
  }

  async function ready(signal: AbortSignal) {
    try {
      const samplers = await getJson(webui, alwaysThere, signal);
      if (samplers === undefined) return gone();
      if (ours !== undefined) return true;
      const told = await watch.look(signal);
      if (told === undefined) return true;
      const whose = watch.whose();
      if (!told.idle && isApiJob(told.job)) return false;
      if (whose !== undefined && !isOver(whose, told)) return false;
      watch.end();
      return true;
    } catch (error) {
      if (error instanceof BackendError) return gone();
      if (signal.aborted) return false;
      throw error;
    }
  }

  return {
    name: webui.name,
    generate,
    catalog,
    progress,
    interrupt: (signal) => hit("interrupt", signal),
    skip: (signal) => hit("skip", signal),
    responds,
    ready,
    options: (signal) => readOptions(webui, signal),
    setOption: (name, value, signal) => writeOption(webui, name, value, signal),
    rescan: (signal) => rescan(webui, signal),
    close: () => webui.http.close(),
  };
}
