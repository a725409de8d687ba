import { z } from "zod";
import { sniffFormat } from "../generation/picture/format.ts";
import { readText } from "./http.ts";
import { decodeImage } from "./images.ts";
import { failureOf, getJson, isGood, shortClock, type Webui } from "./webui.ts";
import type { Look } from "./look.ts";

const number = z.number().catch(0);
const flag = z.boolean().catch(false);

/** webui-api.md, section 6.1. */
const answer = z.object({
  progress: number,
  eta_relative: number,
  state: z.object({
    job: z.string().catch(""),
    job_count: number,
    job_no: number,
    job_timestamp: z.string().catch(""),
    sampling_step: number,
    sampling_steps: number,
    interrupted: flag,
    skipped: flag,
  }),
  current_image: z.string().nullish().catch(undefined),
});

const tasks = z.object({ tasks: z.array(z.string()) });

/** A look, and how far that is which runs. */
export type Told = Look & {
  /** Batches, twice as many with hires fix; -1 while the model is loaded. */
  count: number;
  /** Of these, done. */
  done: number;
  /** Sampling steps of this pass, done. */
  step: number;
  /** The webui's own guess; wild at the start, and below 0 when it takes longer. */
  secondsLeft: number | undefined;
  /** It was interrupted already, or the batch skipped. */
  interrupted: boolean;
  skipped: boolean;
  preview: Buffer | undefined;
};

export type LookOptions = { listsTasks: boolean; preview: boolean };

/** What a webui does now, whoever asked for it; undefined where it does not tell. The tasks that wait come first. */
export async function readLook(
  webui: Webui,
  signal: AbortSignal,
  { listsTasks, preview }: LookOptions,
): Promise<Told | undefined> {
  const began = performance.now();
  const waiting = listsTasks
    ? tasks.safeParse(await getJson(webui, "/internal/pending-tasks", signal)).data?.tasks
    : undefined;
  const path = `/sdapi/v1/progress${preview ? "" : "?skip_current_image=true"}`;
  const asked = performance.now();
  const read = answer.safeParse(await getJson(webui, path, signal));
  if (!read.success) return undefined;
  const ended = performance.now();
  const { state, progress: share, eta_relative: left, current_image: image } = read.data;
  const bytes = preview && image ? decodeImage(image) : undefined;
  return {
    began,
    ended,
    pending: waiting,
    job: state.job,
    timestamp: state.job_timestamp,
    // Exact where the tasks are told, too; SD.Next rounds and begins anew within a job.
    startedAt:
      waiting === undefined || !(share > 0 && share < 1 && left > 0)
        ? undefined
        : (asked + ended) / 2 - (1000 * left * share) / (1 - share),
    // 0 is idle; -1 is a drawing whose model is being loaded.
    idle: state.job === "" && state.job_count === 0,
    steps: state.sampling_steps,
    count: state.job_count,
    done: state.job_no,
    step: state.sampling_step,
    secondsLeft: share > 0 ? left : undefined,
    interrupted: state.interrupted,
    skipped: state.skipped,
    preview: bytes && sniffFormat(bytes) !== undefined ? bytes : undefined,
  };
}

/** A job that came through the API: `scripts_txt2img`, and on SD.Next `API-TXT`. The page's own are `task(..)`. */
export function isApiJob(job: string): boolean {
  return /^(?:scripts_|api[- ])/i.test(job);
}

/** Share of the work of that which runs, 0 to 1. */
export function shareOf({ count, done, step, steps }: Told): number {
  if (count <= 0) return 0;
  const inPass = steps > 0 ? Math.min(1, step / steps) : 0;
  return Math.min(1, (done + inPass) / count);
}

/** What it has to go on at least, for a word to reach it after the look: steps, milliseconds, times that a look took. */
const leastLeft = { steps: 3, ms: 300, looks: 4 };

/** It will run for a while yet. */
export function runsOn(told: Told): boolean {
  const { count, done, step, steps, secondsLeft = Infinity, began, ended } = told;
  if (count < 0) return true;
  const enough = leastLeft.ms + leastLeft.looks * (ended - began);
  return (count - done) * steps - step >= leastLeft.steps && secondsLeft * 1000 >= enough;
}

/** This batch will run for a while yet. */
export function batchRunsOn(told: Told): boolean {
  return told.count > 0 && told.steps - told.step >= leastLeft.steps && runsOn(told);
}

/** False where the webui has no such route. */
export async function post(
  webui: Webui,
  what: "interrupt" | "skip",
  signal: AbortSignal,
): Promise<boolean> {
  const got = await webui.http.ask({
    method: "POST",
    path: `/sdapi/v1/${what}`,
    signal,
    clock: AbortSignal.timeout(shortClock),
  });
  if (!isGood(got) && got.status !== 404) throw await failureOf(webui, got);
  // `{}`, `null`, or nothing at all with SD.Next's 204.
  await readText(got, 1024);
  return isGood(got);
}
