import { setTimeout as delay } from "node:timers/promises";
import type { Progress } from "../generation/backend.ts";
import { toPreview } from "../generation/picture/preview.ts";
import { forecast, standingOf } from "../generation/forecast.ts";
import { isDrawing } from "../generation/work.ts";
import { runningMessage } from "../discord/status.ts";
import type { GenerateJob } from "../jobs.ts";
import { textFor } from "../text/text.ts";
import { isChecked } from "./check.ts";
import type { WorkerContext } from "./context.ts";
import type { Lane } from "./lane.ts";

/**
 * What is done at once is not worth a word, and a word without numbers would keep the numbers away until the message may
 * be changed again. Milliseconds.
 */
const silentMs = { numbers: 1_200, words: 3_000 };
/**
 * Between two looks, the first of which come soon: whose drawing a webui tells about is certain only after some
 * (webui-api.md, section 6: one poll for all of its jobs, and that is one).
 */
const looksMs = [300, 400, 500];
const lookMs = 1_000;
/** The time left is a wild guess at the start (webui-api.md, section 6.1). */
const surelyFrom = 0.05;

/** Tells a job's author how far its drawing is, until the signal ends it. */
export async function follow(
  job: GenerateJob,
  lane: Lane,
  context: WorkerContext,
  over: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  const { log } = context;
  const tells = lane.catalog()?.can.includes("progress") === true;
  // What may be held back is not shown while it is drawn either.
  const shown = job.reply.livePreview === true && !isChecked(job, context);
  const preview = tells && shown;
  try {
    const expected = await expectedSeconds(job, lane, context);
    for (let looks = 0; !over.aborted; looks += 1) {
      await delay(looksMs[looks] ?? lookMs, undefined, { signal: over });
      const known = tells ? await lane.backend.progress(over, { preview: false }) : undefined;
      const hasNumbers = !tells || known !== undefined || expected !== undefined;
      const elapsed = performance.now() - startedAt;
      if (elapsed < (hasNumbers ? silentMs.numbers : silentMs.words)) continue;
      await context.editor.edit(job, async () => {
        const progress = preview ? await lane.backend.progress(over, { preview }) : known;
        return render(job, lane, progress, (performance.now() - startedAt) / 1000, expected);
      });
    }
  } catch (error) {
    // A webui that does not answer is found out where it draws.
    if (!over.aborted) log.debug({ job: job.id, err: error }, "a drawing could not be followed");
  }
}

async function expectedSeconds(
  { request }: GenerateJob,
  lane: Lane,
  { line }: WorkerContext,
): Promise<number | undefined> {
  const webui = lane.backend.name;
  const [runs, loaded] = await Promise.all([line.runs(), line.loaded()]);
  return forecast([], standingOf(request), runs, [{ webui, model: loaded[webui] }]);
}

async function render(
  { id, request, reply, remarks }: GenerateJob,
  lane: Lane,
  progress: Progress | undefined,
  elapsed: number,
  expected: number | undefined,
) {
  const text = textFor(reply.locale);
  const drawing = progress?.state === "drawing" ? progress : undefined;
  const guess = expected === undefined ? undefined : Math.min(0.95, elapsed / expected);
  const share = drawing?.share ?? (progress === undefined ? guess : undefined);
  const left =
    drawing !== undefined && drawing.share >= surelyFrom
      ? (drawing.secondsLeft ?? elapsed / drawing.share - elapsed)
      : expected === undefined
        ? undefined
        : Math.max(1, expected - elapsed);
  const preview = drawing?.preview === undefined ? undefined : await toPreview(drawing.preview);
  const spoiler = "spoiler" in request && request.spoiler === true;
  const several = isDrawing(request) && (request.count ?? 1) > 1;
  return runningMessage(
    text,
    { id, userId: reply.userId, remarks },
    { progress, share, secondsLeft: progress?.state === "waiting" ? undefined : left },
    {
      canSkip: several && lane.catalog()?.can.includes("skip") === true,
      preview: preview === undefined ? undefined : { bytes: preview, spoiler },
    },
  );
}
