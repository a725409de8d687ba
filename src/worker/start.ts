import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Telemetry } from "bullmq";
import { createEditingRest, createRest } from "../discord/rest.ts";
import type { Backend, ReadAnswers } from "../generation/backend.ts";
import type { Checks } from "../generation/classify.ts";
import type { Log } from "../log.ts";
import type { Measures } from "../measures.ts";
import { createProducer } from "../queue/producer.ts";
import { createTaker } from "../queue/taker.ts";
import { createQueueWorker } from "../queue/worker.ts";
import { watchClock } from "./clock.ts";
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
import { createLeases } from "../store/leases.ts";
import { createOriginals } from "../store/originals.ts";
import { createPauses } from "../store/pauses.ts";
import { createGpuTime } from "../store/quotas.ts";
import { createRecords } from "../store/records.ts";
import { duplicate, type Redis, untilReady } from "../store/redis.ts";
import { createRoster } from "../store/roster.ts";
import { createSchedule } from "../store/schedule.ts";
import { createShunned } from "../store/shunned.ts";
import { createStats } from "../store/stats.ts";
import { createSignals, hearSignals } from "../store/signals.ts";
import { createTroubles } from "../store/troubles.ts";
import type { WorkerContext } from "./context.ts";
import { startBoard } from "./board.ts";
import { doChore } from "./chores.ts";
import { deliver } from "./deliver.ts";
import { giveUpDelivery, judgeDelivery } from "./give-up-delivery.ts";
import { createDrawingJobs } from "./drawing.ts";
import { createEditor } from "./editor.ts";
import type { Lane } from "./lane.ts";
import { startLanes } from "./lanes.ts";
import { createRoom } from "./room.ts";
import { createScheduler } from "./scheduler.ts";
import { startServing } from "./serve.ts";
import { skip } from "./skip.ts";

export type WorkerParts = {
  /** Must wait for Redis, as long as it takes. */
  redis: Redis;
  /** Those to look after from the start, and how to speak to one. */
  webuis: { urls: readonly string[]; create(url: string): Backend };
  /** GPU seconds that a turn may be put off by, so that a webui can draw on with the model it has loaded. */
  boundSeconds: number;
  readAnswers: ReadAnswers;
  discord: { token: string; apiUrl: string };
  saveDir: string | undefined;
  checks: Checks | undefined;
  measures: Measures;
  /** Where somebody collects traces. */
  telemetry: Telemetry | undefined;
  log: Log;
};

/** Uploads at the same time. */
const deliveries = 6;
/** The answers of all of them together, in bytes: each is in memory some four times over while it is taken apart. */
const answersInMemory = 16 * 1024 * 1024;
/** A drawing has this long to end before it goes back to the queue. Milliseconds. */
const stopMs = 18_000;
/** Redis has this long to come back, and all that is open to be closed. Milliseconds. */
const awayMs = 2_000;
const lastMs = 3_000;
/** And an upload this long; the next start posts what is left. Milliseconds. */
const postmanMs = 6_000;
/** All of that together is over so long after the end began, as far as it is not over by itself. Milliseconds. */
const latestMs = { posted: 23_500, closed: 25_000 };

/** Draws and delivers until closed: one drawing at a time a webui, uploads beside them. */
export async function startWorker(parts: WorkerParts): Promise<{ close(): Promise<void> }> {
  const { redis, webuis, boundSeconds, readAnswers, discord, saveDir } = parts;
  const { checks, measures, telemetry, log } = parts;
  const onError = (error: Error) =>
    log[error.name === "ZodError" ? "error" : "debug"]({ err: error }, "queue");
  const rest = createRest(discord.apiUrl, discord.token, measures.discordAsked);
  const catalogs = createCatalogs(redis);
  const awaited = createAwaited(redis);
  const drains = createDrains(redis);
  const lanes: Lane[] = [];
  const worker = randomUUID();
  const leases = createLeases(redis);
  const line = createLine(redis);
  const pauses = createPauses(redis);
  const schedule = createSchedule(redis);
  const sending = createSignals(redis);
  let wakeAll = () => {};
  const records = createRecords(redis);
  const edits = createEdits(redis);
  const editing = createEditingRest(discord.apiUrl, discord.token, measures.discordAsked);
  const context: WorkerContext = {
    rest,
    log,
    producer: createProducer(redis, onError, telemetry),
    records,
    edits,
    originals: createOriginals(redis),
    editor: createEditor({ rest: editing, edits, records, log }),
    answers: createAnswers(redis),
    awaited,
    inputs: createInputs(redis),
    line,
    gpuTime: createGpuTime(redis),
    catalogs,
    history: createHistory(redis),
    stats: createStats(redis),
    pauses,
    announcement: createAnnouncement(redis),
    troubles: createTroubles(redis),
    chores: createChores(redis, sending),
    signals: sending,
    shunned: createShunned(redis),
    schedule,
    scheduler: createScheduler({
      worker,
      taker: createTaker(redis, "generate", () => wakeAll(), onError, telemetry),
      schedule,
      line,
      catalogs,
      drains,
      pauses,
      leases,
      boundSeconds,
    }),
    lanes,
    drawing: createDrawingJobs(),
    room: createRoom(answersInMemory),
    readAnswers,
    saveDir,
    held: createHeld(redis),
    checks,
    seldom: createSeldom(),
    measures,
  };
  const signals = duplicate(redis);
  signals.on("error", onError);
  const listener = {
    onCancel: (id: string) => context.drawing.cancel(id),
    onSkip: (id: string) => void skip(id, context).catch(onError),
    onChore: (json: string) => void doChore(json, context).catch(onError),
    onWork: () => wakeAll(),
    onRefresh: () => tending.refresh(),
  };
  void hearSignals(signals, listener).catch(onError);

  const tending = startLanes({
    worker,
    urls: webuis.urls,
    createBackend: webuis.create,
    serve: (lane) => startServing(lane, context),
    lanes,
    roster: createRoster(redis),
    catalogs,
    awaited,
    drains,
    leases,
    schedule,
    line,
    measures,
    log,
  });
  wakeAll = tending.wake;
  const postman = createQueueWorker(redis, {
    name: "deliver",
    concurrency: deliveries,
    handle: (job) => deliver(job, context),
    judge: judgeDelivery,
    giveUp: (job, error) => giveUpDelivery(job, error, context),
    pauseMs: (tries) => Math.min(60_000, 500 * 2 ** Math.min(tries, 10)),
    onFailure: ({ id }, error, verdict) =>
      log[verdict === "retry" ? "warn" : "debug"](
        { job: id, verdict, err: error },
        "delivery broke off",
      ),
    onError,
    telemetry,
  });
  postman.resume();
  const board = startBoard(context);
  // What was to be tried again in a moment is.
  const clock = watchClock(() => void context.producer.hurry("deliver", () => true).catch(onError));

  return {
    async close() {
      const begunAt = performance.now();
      const atMost = (ms: number, latest: number) => {
        const left = Math.max(0, begunAt + latest - performance.now());
        return delay(Math.min(ms, left), undefined, { ref: false });
      };
      board.close();
      clock.close();
      context.drawing.stopWaiting();
      const isAway = await staysAway(redis);
      const stopping = new AbortController();
      const deadline = delay(stopMs, undefined, { signal: stopping.signal }).then(
        () => context.drawing.stopAll(),
        () => undefined,
      );
      // What only a Redis could tell, nobody waits for.
      await (isAway ? Promise.race([tending.stop(), delay(awayMs)]) : tending.stop());
      stopping.abort();
      await deadline;
      await Promise.race([postman.close(), atMost(postmanMs, latestMs.posted)]);
      const rest = async () => {
        await tending.close();
        await context.scheduler.close();
        await context.producer.close();
      };
      await Promise.race([rest().catch(onError), atMost(lastMs, latestMs.closed)]);
      signals.disconnect();
    },
  };
}

/** Whether Redis is away, and for longer than one waits for it. */
async function staysAway(redis: Redis): Promise<boolean> {
  if (redis.status === "ready") return false;
  return untilReady(redis, awayMs).then(
    () => false,
    () => true,
  );
}
