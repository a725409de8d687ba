import { BackendError, explain, UserError } from "../errors.ts";
import { canDraw, resolveNames } from "../generation/resolve.ts";
import { costOf } from "../generation/policy.ts";
import type { GenerateJob, Outcome } from "../jobs.ts";
import type { Verdict } from "../queue/worker.ts";
import { textFor } from "../text/text.ts";
import { CancelledError, ElsewhereError, StoppingError } from "./endings.ts";
import type { Lane } from "./lane.ts";
import type { WorkerContext } from "./context.ts";

/** How often a webui may break off before the job is given up. */
const maxTries = 3;
/** How often it may ask us to come back later: some minutes, with the growing pauses between. */
const maxBusyTries = 20;

/** Draws one job on one webui. What it answers is stored before anything else is done with it. */
export async function draw(job: GenerateJob, lane: Lane, context: WorkerContext): Promise<void> {
  const { id, request, reply } = job;
  const { records, answers, inputs, line, log, lanes } = context;
  const { backend } = lane;
  const ending = await records.ending(id);
  if (ending === "cancelled") throw new CancelledError();
  if (ending !== undefined) return handOver(job, ending, context);
  if (!lane.isUp()) throw new BackendError("down", "");

  const known = lane.catalog();
  const others = lanes.filter((other) => other !== lane && other.isUp());
  if (known !== undefined && !canDraw(request, known)) {
    const fit = others.some((other) => {
      const catalog = other.catalog();
      return catalog !== undefined && canDraw(request, catalog);
    });
    if (fit) throw new ElsewhereError();
  }
  const resolved = known === undefined ? request : resolveNames(request, [known]);
  const image = request.image === undefined ? undefined : await inputs.get(request.image.hash);
  if (request.image !== undefined && image === undefined) {
    throw new UserError((text) => text.refused.sourceForgotten);
  }

  const stop = context.drawing.begin(id);
  const startedAt = performance.now();
  lane.begin();
  log.info({ job: id, webui: backend.name }, "drawing");
  try {
    const sink = await answers.open(id, known?.kind ?? "unknown");
    await backend.generate(resolved, { signal: stop, image, answers: sink });
  } finally {
    lane.end();
    context.drawing.end(id);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  log.info({ job: id, webui: backend.name, seconds: Number(seconds.toFixed(3)) }, "drawn");
  if ((await records.end(id, "drawn")) === "cancelled") throw new CancelledError();
  await Promise.all([
    handOver({ id, request: resolved, reply, remarks: job.remarks }, "drawn", context),
    line.measure(costOf(resolved), seconds),
  ]);
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

/** What becomes of a job whose drawing failed; the webui it failed on rests if it may be to blame. */
export function judgeDrawing(
  error: unknown,
  tries: number,
  lane: Lane,
  context: WorkerContext,
): Verdict {
  if (error instanceof CancelledError || error instanceof StoppingError) {
    lane.rest();
    return error instanceof StoppingError ? "back" : "give up";
  }
  if (error instanceof ElsewhereError) return "later";
  if (!(error instanceof BackendError)) return "give up";
  if (error.fault === "down") {
    lane.rest();
    return "back";
  }
  if (!error.retryable) return "give up";
  lane.rest();
  const elsewhere = context.lanes.some((other) => other !== lane && other.isUp());
  // A webui that took too long once would do so again.
  if (error.fault === "timeout" && !elsewhere) return "give up";
  return tries < (error.fault === "busy" ? maxBusyTries : maxTries) ? "retry" : "give up";
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
    await records.note(id, "words", explain(error, textFor(reply.locale), id));
  }
  const ending = await records.end(id, "failed");
  if (ending === "drawn") return;
  if (ending === "failed") await handOver(job, "failed", context);
  await answers.remove(id);
  await line.leave(id);
}
