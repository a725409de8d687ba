import { z } from "zod";
import { readText } from "./http.ts";
import { failureOf, getJson, isGood, shortClock, type Webui } from "./webui.ts";

const path = "/sdapi/v1/progress?skip_current_image=true";

const progress = z.object({
  state: z.object({ job: z.string().catch(""), job_count: z.int().catch(0) }),
});

/** What a webui does now, whoever asked for it; undefined where it does not tell. */
export type Doing = { job: string; idle: boolean } | undefined;

export async function readDoing(webui: Webui, signal: AbortSignal): Promise<Doing> {
  const read = progress.safeParse(await getJson(webui, path, signal));
  if (!read.success) return undefined;
  const { job, job_count } = read.data.state;
  // 0 is idle; -1 is a drawing whose model is being loaded (webui-api.md, section 6.1).
  return { job, idle: job === "" && job_count === 0 };
}

/** A job that came through the API: `scripts_txt2img`, and on SD.Next `API-TXT`. The page's own are `task(..)`. */
export function isApiJob(job: string): boolean {
  return /^(?:scripts_|api[- ])/i.test(job);
}

/** A job of several batches is called `Batch 2 out of 4` while it runs, whoever asked for it. */
export function isBatchOf(job: string, count: number): boolean {
  return count > 1 && new RegExp(String.raw`^Batch \d+ out of ${count}\b`, "i").test(job);
}

export async function postInterrupt(webui: Webui, signal: AbortSignal): Promise<void> {
  const answer = await webui.http.ask({
    method: "POST",
    path: "/sdapi/v1/interrupt",
    signal,
    clock: AbortSignal.timeout(shortClock),
  });
  if (!isGood(answer) && answer.status !== 404) throw await failureOf(webui, answer);
  // `{}`, or nothing at all with SD.Next's 204.
  await readText(answer, 1024);
}
