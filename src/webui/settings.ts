import { cleanDetail } from "./clean.ts";
import { readText } from "./http.ts";
import { failureOf, getJson, isGood, type Webui } from "./webui.ts";

/** Setting a checkpoint loads it, inside the call (webui-api.md, section 5). Milliseconds. */
const setMs = 5 * 60_000;
const maxAnswerBytes = 64 * 1024;

export async function readOptions(
  webui: Webui,
  signal: AbortSignal,
): Promise<Record<string, unknown> | undefined> {
  const options = await allOptions(webui, signal);
  if (options === undefined) return undefined;
  const shown = Object.entries(options).filter(([name, value]) => isPlain(name, value, webui));
  return Object.fromEntries(shown);
}

async function allOptions(
  webui: Webui,
  signal: AbortSignal,
): Promise<Record<string, unknown> | undefined> {
  const options = await getJson(webui, "/sdapi/v1/options", signal);
  return typeof options === "object" && options !== null
    ? (options as Record<string, unknown>)
    : undefined;
}

/** Options hold paths, addresses, keys of other services (webui-api.md, surprise 15): these are left out. */
function isPlain(name: string, value: unknown, { secrets }: Webui): boolean {
  if (/key|token|secret|passw|auth|login|cookie|dir|path|folder|url/i.test(name)) return false;
  if (typeof value === "number" || typeof value === "boolean" || value === "") return true;
  if (typeof value !== "string") return false;
  return value.length <= 200 && cleanDetail(value, secrets) === value;
}

/** What a webui does not take, it passes over in silence: it is asked what holds now. */
export async function writeOption(
  webui: Webui,
  name: string,
  value: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  await send(webui, "/sdapi/v1/options", { [name]: value }, signal);
  const now = (await allOptions(webui, signal))?.[name];
  // Whoever asked for it knows it already.
  return now === value || isPlain(name, now, webui) ? now : undefined;
}

/** Not every server has every one of these. */
const scans = ["refresh-checkpoints", "refresh-vae", "refresh-loras"];

export async function rescan(webui: Webui, signal: AbortSignal): Promise<void> {
  for (const scan of scans) await send(webui, `/sdapi/v1/${scan}`, undefined, signal);
}

/** What is not there (404) is passed over. */
async function send(
  webui: Webui,
  path: string,
  body: object | undefined,
  signal: AbortSignal,
): Promise<void> {
  const answer = await webui.http.ask({
    method: "POST",
    path,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
    clock: AbortSignal.timeout(setMs),
  });
  if (!isGood(answer) && answer.status !== 404 && answer.status !== 405) {
    throw await failureOf(webui, answer);
  }
  await readText(answer, maxAnswerBytes);
}
