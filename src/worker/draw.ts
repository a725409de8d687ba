import { plain } from "../discord/markdown.ts";
import { textMessage } from "../discord/message.ts";
import { replaceWaiting } from "../discord/waiting.ts";
import { BackendError, explain, UserError } from "../errors.ts";
import type { AnswerSink } from "../generation/backend.ts";
import { canDo, resolveNames } from "../generation/resolve.ts";
import { isSwap, standingOf } from "../generation/forecast.ts";
import { picturesOf, type Work } from "../generation/work.ts";
import type { GenerateJob, Outcome } from "../jobs.ts";
import type { Verdict } from "../queue/worker.ts";
import type { Inputs } from "../store/inputs.ts";
import { isRedisAway } from "../store/redis-away.ts";
import { textFor } from "../text/text.ts";
import {
  AsideError,
  AwaitedError,
  CancelledError,
  ElsewhereError,
  PausedError,
  StoppingError,
} from "./endings.ts";
import { noteTrouble } from "./trouble.ts";
import { charge, noteBeginning, readWork } from "./charge.ts";
import { follow } from "./follow.ts";
import type { Lane } from "./lane.ts";
import type { WorkerContext } from "./context.ts";
import { noteTime } from "./count.ts";

/** How often a webui may break off before the job is given up. */
const maxTries = 3;
/** How often it may ask us to come back later: some minutes, with the growing pauses between. */
const maxBusyTries = 20;

/**
 * Draws one job on one webui. It is made ready while the webui may still draw another. What the webui answers is
 * stored before anything else is done with it.
 */
export async function draw(job: GenerateJob, lane: Lane, context: WorkerContext): Promise<void> {
  const { drawing, log } = context;
  const { id } = job;
  const signal = drawing.begin(id);
  try {
    const ready = await makeReady(job, lane, context);
    if (ready === undefined) return;
    const { request, pictures, sink } = ready;
    const seconds = await lane.draw(id, signal, async () => {
      drawing.mark(id);
      // For those who wait behind it, and for what it costs its author; the drawing does not hang on it.
      void context.records.note(id, "drawing", lane.backend.name).catch(() => undefined);
      void noteBeginning(id, context).catch(() => undefined);
      log.info({ job: id, webui: lane.backend.name }, "drawing");
      const over = new AbortController();
      void follow({ ...job, request }, lane, context, AbortSignal.any([signal, over.signal]));
      try {
        const onRequest = (part: number, _route: string, body: string) =>
          keepPayload(id, part, body, context);
        await lane.backend.generate(request, { signal, pictures, answers: sink, onRequest });
      } finally {
        over.abort();
      }
    });
    log.info({ job: id, webui: lane.backend.name, seconds: Number(seconds.toFixed(3)) }, "drawn");
    await finish({ ...job, request }, { seconds, webui: lane.backend.name }, context);
  } finally {
    drawing.end(id);
  }
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
  job: GenerateJob,
  lane: Lane,
  context: WorkerContext,
): Promise<Ready | undefined> {
  const { records, inputs, answers, awaited, lanes, pauses } = context;
  const { id, request } = job;
  const ending = await records.ending(id);
  if (ending === "cancelled") throw new CancelledError(false);
  if (ending !== undefined) {
    await handOver(job, ending, context);
    return undefined;
  }
  if (await pauses.has(job.reply.guildId)) throw new PausedError();
  const known = lane.catalog();
  if (!lane.isUp() || known === undefined) throw new AsideError();
  if (!canDo(request, known)) {
    const fits = (other: Lane) => {
      const catalog = other.catalog();
      return other.isUp() && catalog !== undefined && canDo(request, catalog);
    };
    if (lanes.some((other) => other !== lane && fits(other))) throw new ElsewhereError();
  }
  const resolved = resolveNames(request, [known]);
  const pictures = await loadPictures(request, inputs);
  // In this order: what is no longer awaited is stored, or will never be.
  if (await awaited.has(id)) throw new AwaitedError();
  return { request: resolved, pictures, sink: await answers.open(id, known.kind) };
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

async function finish(
  job: GenerateJob,
  { seconds, webui }: { seconds: number; webui: string },
  context: WorkerContext,
): Promise<void> {
  const { records, producer, line, log } = context;
  const { id, request } = job;
  const work = await readWork(id, context);
  // In one breath: what it cost before its end, as whoever is killed in between comes here once more; the end before the
  // job that posts it, as `deliver` looks at the end itself, and then at the time.
  const [, , ended] = await Promise.all([
    charge(job, work, context),
    noteTime(id, { at: Date.now(), ms: seconds * 1000 }, records),
    records.end(id, "drawn"),
    producer.add("deliver", { ...job, outcome: { kind: "drawn" } }),
    line.leave(id),
  ]);
  if (ended === "cancelled") throw new CancelledError(false);
  void measure(request, webui, seconds, context).catch((error: unknown) => {
    log.debug({ job: id, err: error }, "the drawing could not be measured");
  });
}

/** What is not drawn with a model is measured apart, under a model's name that none can have. */
async function measure(
  work: Work,
  webui: string,
  seconds: number,
  { line }: WorkerContext,
): Promise<void> {
  const { cost, model = "" } = standingOf(work);
  const swapped = isSwap({ cost, model }, (await line.loaded())[webui]);
  await line.measure({ webui, model, cost, seconds, swapped: model !== "" && swapped });
}

/** To be posted, unless that is done; a second time adds nothing. */
async function handOver(
  job: GenerateJob,
  ending: "drawn" | "failed",
  { producer, records, line }: WorkerContext,
): Promise<void> {
  const { posted, words = "" } = await records.notes(job.id);
  if (posted !== undefined) return line.leave(job.id);
  const outcome: Outcome = ending === "drawn" ? { kind: "drawn" } : { kind: "failed", words };
  await producer.add("deliver", { ...job, outcome });
  await line.leave(job.id);
}

/** What becomes of a job whose drawing failed. */
export function judgeDrawing(
  error: unknown,
  tries: number,
  lane: Lane,
  { lanes }: WorkerContext,
): Verdict {
  if (error instanceof StoppingError || error instanceof AsideError) return "back";
  if (error instanceof PausedError) return "aside";
  if (error instanceof ElsewhereError || error instanceof AwaitedError) return "later";
  if (isRedisAway(error)) return "later";
  if (!(error instanceof BackendError)) return "give up";
  if (error.fault === "down") return "back";
  if (!error.retryable) return "give up";
  const elsewhere = lanes.some((other) => other !== lane && other.isUp());
  // A webui that took too long once would do so again.
  if (error.fault === "timeout" && !elsewhere) return "give up";
  return tries < (error.fault === "busy" ? maxBusyTries : maxTries) ? "retry" : "give up";
}

/** The bot says so itself, unless it was killed in between. */
async function sayCancelled({ id, reply }: GenerateJob, context: WorkerContext): Promise<void> {
  const { records, rest, log } = context;
  const { cancelledBy, waiting } = await records.notes(id);
  if (cancelledBy === undefined) return;
  const said = textMessage([textFor(reply.locale).waiting.cancelled(plain(cancelledBy))]);
  try {
    await replaceWaiting(rest, reply, waiting, said);
  } catch (error) {
    log.debug({ job: id, err: error }, "a cancelled job's message could not be changed");
  }
}

/** The member hears of it the same way as of a result: stored first, posted once. A cancelled job just goes. */
export async function giveUpDrawing(
  job: GenerateJob,
  error: unknown,
  context: WorkerContext,
): Promise<void> {
  const { records, answers, line, log } = context;
  const { id, reply } = job;
  if (!(error instanceof CancelledError)) {
    const level =
      error instanceof BackendError ? "warn" : error instanceof UserError ? "debug" : "error";
    log[level]({ job: id, err: error }, "drawing failed");
    if (!(error instanceof UserError)) await noteTrouble(id, error, context);
    await records.note(id, "words", explain(error, textFor(reply.locale), id));
  } else {
    if (error.begun) await charge(job, await readWork(id, context, Date.now()), context);
    await sayCancelled(job, context);
  }
  const ending = await records.end(id, "failed");
  if (ending === "drawn") return;
  if (ending === "failed") await handOver(job, "failed", context);
  await answers.remove(id);
  await line.leave(id);
}
