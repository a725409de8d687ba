import { UserError } from "../errors.ts";
import type { AnswerSink } from "../generation/backend.ts";
import { isSwap, standingOf } from "../generation/forecast.ts";
import { resolveNames } from "../generation/resolve.ts";
import { picturesOf, type Work } from "../generation/work.ts";
import type { GenerateJob } from "../jobs.ts";
import type { Inputs } from "../store/inputs.ts";
import { charge, noteBeginning, readWork } from "./charge.ts";
import type { WorkerContext } from "./context.ts";
import { noteTime } from "./count.ts";
import { AsideError, AwaitedError, CancelledError, PausedError } from "./endings.ts";
import { follow } from "./follow.ts";
import { handOver } from "./hand-over.ts";
import type { Lane } from "./lane.ts";
import type { Claim } from "./scheduler.ts";

/**
 * Draws one job on one webui. It is made ready while the webui may still draw another. What the webui answers is
 * stored before anything else is done with it.
 */
export async function draw(claim: Claim, lane: Lane, context: WorkerContext): Promise<void> {
  const { drawing, schedule, measures, log } = context;
  const { data: job } = claim.taken;
  const { id } = job;
  const signal = drawing.begin(id);
  try {
    const ready = await makeReady(claim, lane, context);
    if (ready === undefined) {
      await schedule.takeBack(lane.backend.name, id, false);
      return await schedule.settle(id, 0);
    }
    const { request, pictures, sink } = ready;
    const seconds = await lane.draw(id, signal, async (free) => {
      drawing.mark(id);
      const rests = measures.webuiWorks(lane.backend.name);
      const over = new AbortController();
      const ends = AbortSignal.any([signal, over.signal]);
      // The webui does not wait for any of it.
      setImmediate(() => noteDrawing({ ...job, request }, lane, context, ends));
      try {
        const onRequest = (part: number, _route: string, body: string) =>
          keepPayload(id, part, body, context);
        const onArrived = () => {
          over.abort();
          rests();
          free();
        };
        const options = { signal, pictures, answers: sink, onRequest, onArrived };
        await lane.backend.generate(request, options);
      } finally {
        over.abort();
        rests();
      }
    });
    log.info({ job: id, webui: lane.backend.name, seconds: Number(seconds.toFixed(3)) }, "drawn");
    const drawn = withoutLoading(claim, seconds);
    const took = { seconds, webui: lane.backend.name, drawn, isRest: sink.stored.length > 0 };
    await finish({ ...job, request }, took, context);
  } finally {
    drawing.end(id);
  }
}

/** For those who wait behind it, and for what it costs its author; the drawing does not hang on it. */
function noteDrawing(job: GenerateJob, lane: Lane, context: WorkerContext, ends: AbortSignal) {
  const { id, reply } = job;
  const webui = lane.backend.name;
  void context.records.note(id, "drawing", webui).catch(() => undefined);
  void noteBeginning(id, context).catch(() => undefined);
  void measureWait(id, reply.askedAt, context).catch(() => undefined);
  context.log.info({ job: id, webui }, "drawing");
  void follow(job, lane, context, ends);
}

/** Of each job once, however often its drawing begins. */
async function measureWait(
  id: string,
  askedAt: number,
  { records, measures }: WorkerContext,
): Promise<void> {
  const now = Date.now();
  if ((await records.claim(id, "beganAt", String(now))) !== String(now)) return;
  // The clocks of two machines may differ.
  measures.jobWaited(Math.max(0, now - askedAt) / 1000);
}

/** What is paid for: whose turn it is does not depend on what happened to be loaded. */
function withoutLoading({ drawingSeconds, loadingSeconds }: Claim, seconds: number): number {
  if (loadingSeconds === 0) return seconds;
  return Math.max(Math.min(seconds, drawingSeconds), seconds - loadingSeconds);
}

/** For whoever wants to know how it was made; the drawing does not hang on it. */
function keepPayload(id: string, part: number, body: string, { records, log }: WorkerContext) {
  records.note(id, `payload:${String(part).padStart(2, "0")}`, body).catch((error: unknown) => {
    log.debug({ job: id, err: error }, "a payload could not be kept");
  });
}

type Ready = { request: Work; pictures: Map<string, Buffer>; sink: AnswerSink };

/** Undefined when there is nothing left to draw: an earlier try came to an end of it. */
async function makeReady(
  { taken: { data: job, lock } }: Claim,
  lane: Lane,
  context: WorkerContext,
): Promise<Ready | undefined> {
  const { records, inputs, answers, awaited, pauses } = context;
  const { id, request } = job;
  const [isAwaited, ending, isPaused] = await Promise.all([
    awaited.has(id),
    records.ending(id),
    pauses.has(job.reply.guildId),
  ]);
  if (ending === "cancelled") throw new CancelledError();
  if (ending !== undefined) {
    await handOver(job, ending, context);
    return undefined;
  }
  if (isPaused) throw new PausedError();
  const known = lane.catalog();
  if (!lane.isUp() || known === undefined) throw new AsideError();
  const resolved = resolveNames(request, [known]);
  const pictures = await loadPictures(request, inputs);
  // That was asked before: what is no longer awaited is stored, or will never be.
  if (isAwaited) throw new AwaitedError();
  return { request: resolved, pictures, sink: await answers.open(id, known.kind, lock) };
}

async function loadPictures(request: Work, inputs: Inputs): Promise<Map<string, Buffer>> {
  const loaded = await Promise.all(
    picturesOf(request).map(async ({ hash }) => {
      const bytes = await inputs.get(hash);
      if (bytes === undefined) throw new UserError((text) => text.refused.sourceForgotten);
      return [hash, bytes] as const;
    }),
  );
  return new Map(loaded);
}

/** `isRest`: earlier tries had left some of it, which is in none of these seconds. */
type Took = { seconds: number; webui: string; drawn: number; isRest: boolean };

async function finish(
  job: GenerateJob,
  { seconds, webui, drawn, isRest }: Took,
  context: WorkerContext,
): Promise<void> {
  const { records, producer, line, schedule, log } = context;
  const { id, request } = job;
  const work = await readWork(id, context);
  const all = isRest ? (work?.seconds ?? seconds) : seconds;
  // In one breath: what it cost before its end, as whoever is killed in between comes here once more; the end before the
  // job that posts it, as `deliver` looks at the end itself, and then at the time.
  const [, , , { ending }] = await Promise.all([
    charge(job, work, context),
    schedule.settle(id, isRest ? all : drawn),
    noteTime(id, { at: Date.now(), ms: all * 1000 }, records),
    records.end(id, "drawn"),
    producer.add("deliver", { ...job, outcome: { kind: "drawn" } }),
    line.leave(id),
  ]);
  if (ending === "cancelled") throw new CancelledError();
  context.measures.jobDrawn(all);
  if (isRest) return;
  void measure(request, webui, seconds, context).catch((error: unknown) => {
    log.debug({ job: id, err: error }, "the drawing could not be measured");
  });
}

/** What is not drawn with a model is measured apart, under a model's name that none can have. */
async function measure(
  work: Work,
  webui: string,
  seconds: number,
  { line, measures }: WorkerContext,
): Promise<void> {
  const { cost, model = "" } = standingOf(work);
  const swapped = isSwap({ cost, model }, (await line.loaded())[webui]);
  if (model !== "" && swapped) measures.modelSwapped(webui);
  await line.measure({ webui, model, cost, seconds, swapped: model !== "" && swapped });
}
