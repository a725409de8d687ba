import { setTimeout as delay } from "node:timers/promises";
import { createEditingRest, createRest } from "../discord/rest.ts";
import type { Backend, ReadAnswers } from "../generation/backend.ts";
import type { Checks } from "../generation/classify.ts";
import type { Log } from "../log.ts";
import { createProducer } from "../queue/producer.ts";
import { createQueueWorker, type QueueWorker, type Verdict } from "../queue/worker.ts";
import { createSeldom } from "../seldom.ts";
import { createAnnouncement } from "../store/announcement.ts";
import { createAnswers } from "../store/answers.ts";
import { createAwaited } from "../store/awaited.ts";
import { createCatalogs } from "../store/catalogs.ts";
import { createChores } from "../store/chores.ts";
import { createDrains } from "../store/drains.ts";
import { createEdits } from "../store/edits.ts";
import { createHeld } from "../store/held.ts";
import { createHistory } from "../store/history.ts";
import { createInputs } from "../store/inputs.ts";
import { createLine } from "../store/line.ts";
import { createOriginals } from "../store/originals.ts";
import { createPauses } from "../store/pauses.ts";
import { createGpuTime } from "../store/quotas.ts";
import { createRecords } from "../store/records.ts";
import { duplicate, type Redis } from "../store/redis.ts";
import { createStats } from "../store/stats.ts";
import { createSignals, hearSignals } from "../store/signals.ts";
import { createTroubles } from "../store/troubles.ts";
import type { WorkerContext } from "./context.ts";
import { startBoard } from "./board.ts";
import { doChore } from "./chores.ts";
import { deliver, giveUpDelivery, judgeDelivery } from "./deliver.ts";
import { draw, giveUpDrawing, judgeDrawing } from "./draw.ts";
import { createDrawingJobs } from "./drawing.ts";
import { createEditor } from "./editor.ts";
import { type Lane, startLane } from "./lane.ts";
import { createRoom } from "./room.ts";
import { skip } from "./skip.ts";

export type WorkerParts = {
  /** Must wait for Redis, as long as it takes. */
  redis: Redis;
  backends: readonly Backend[];
  readAnswers: ReadAnswers;
  discord: { token: string; apiUrl: string };
  saveDir: string | undefined;
  checks: Checks | undefined;
  log: Log;
};

/** Uploads at the same time. */
const deliveries = 6;
/** The answers of all of them together, in bytes: each is in memory some four times over while it is taken apart. */
const answersInMemory = 16 * 1024 * 1024;
/** A drawing has this long to end before it goes back to the queue. Milliseconds. */
const stopMs = 18_000;
/** And an upload this long; the next start posts what is left. Milliseconds. */
const postmanMs = 6_000;

/** Draws and delivers until closed: one drawing at a time a webui, uploads beside them. */
export async function startWorker(parts: WorkerParts): Promise<{ close(): Promise<void> }> {
  const { redis, backends, readAnswers, discord, saveDir, checks, log } = parts;
  const onError = (error: Error) =>
    log[error.name === "ZodError" ? "error" : "debug"]({ err: error }, "queue");
  const noteFailure = (what: string) => (job: { id: string }, error: unknown, verdict: Verdict) =>
    log[verdict === "retry" ? "warn" : "debug"](
      { job: job.id, verdict, err: error },
      `${what} broke off`,
    );
  const rest = createRest(discord.apiUrl, discord.token);
  const catalogs = createCatalogs(redis);
  const awaited = createAwaited(redis);
  const drains = createDrains(redis);
  const lanes: Lane[] = [];
  const records = createRecords(redis);
  const edits = createEdits(redis);
  const editing = createEditingRest(discord.apiUrl, discord.token);
  const context: WorkerContext = {
    rest,
    log,
    producer: createProducer(redis, onError),
    records,
    edits,
    originals: createOriginals(redis),
    editor: createEditor({ rest: editing, edits, records, log }),
    answers: createAnswers(redis),
    awaited,
    inputs: createInputs(redis),
    line: createLine(redis),
    gpuTime: createGpuTime(redis),
    catalogs,
    history: createHistory(redis),
    stats: createStats(redis),
    pauses: createPauses(redis),
    announcement: createAnnouncement(redis),
    troubles: createTroubles(redis),
    chores: createChores(redis, createSignals(redis)),
    lanes,
    drawing: createDrawingJobs(),
    room: createRoom(answersInMemory),
    readAnswers,
    saveDir,
    held: createHeld(redis),
    checks,
    seldom: createSeldom(),
  };
  const signals = duplicate(redis);
  signals.on("error", onError);
  const listener = {
    onCancel: (id: string) => context.drawing.cancel(id),
    onSkip: (id: string) => void skip(id, context).catch(onError),
    onChore: (json: string) => void doChore(json, context).catch(onError),
    onRefresh: () => lanes.forEach((lane) => lane.refresh()),
  };
  void hearSignals(signals, listener).catch(onError);

  // The next job is made ready while the webui draws. Where there are more webuis, a job must not be kept from the others.
  const atOnce = backends.length === 1 ? 2 : 1;
  const drawers: QueueWorker[] = backends.map((backend) => {
    const lane: Lane = startLane({
      backend,
      catalogs,
      isAwaited: () => awaited.isBusy(backend.name),
      isDrained: () => drains.has(backend.name),
      log,
      onChange(state) {
        if (state === "up") drawer.resume();
        else drawer.pause();
      },
    });
    lanes.push(lane);
    const drawer = createQueueWorker(redis, {
      name: "generate",
      concurrency: atOnce,
      handle: (job) => draw(job, lane, context),
      judge: (error, tries) => judgeDrawing(error, tries, lane, context),
      giveUp: (job, error) => giveUpDrawing(job, error, context),
      // Shorter than a webui rests, so that another one takes the job if there is one.
      pauseMs: (tries) => (backends.length === 1 ? 1_000 : 200) * tries,
      onFailure: noteFailure("drawing"),
      onError,
    });
    return drawer;
  });
  const postman = createQueueWorker(redis, {
    name: "deliver",
    concurrency: deliveries,
    handle: (job) => deliver(job, context),
    judge: judgeDelivery,
    giveUp: (job, error) => giveUpDelivery(job, error, context),
    pauseMs: (tries) => Math.min(60_000, 500 * 2 ** Math.min(tries, 10)),
    onFailure: noteFailure("delivery"),
    onError,
  });
  postman.resume();
  const board = startBoard(context);

  return {
    async close() {
      board.close();
      context.drawing.stopWaiting();
      const stopping = new AbortController();
      const deadline = delay(stopMs, undefined, { signal: stopping.signal }).then(
        () => context.drawing.stopAll(),
        () => undefined,
      );
      await Promise.all(drawers.map((drawer) => drawer.close()));
      stopping.abort();
      await deadline;
      await Promise.race([postman.close(), delay(postmanMs, undefined, { ref: false })]);
      await Promise.all(lanes.map((lane) => lane.close()));
      await context.producer.close();
      signals.disconnect();
    },
  };
}
