import { randomUUID } from "node:crypto";
import { type Outlook, waitingMessage } from "../discord/status.ts";
import { forecast, type Standing, standingOf } from "../generation/forecast.ts";
import { inOrder } from "../generation/schedule/places.ts";
import type { GenerateJob } from "../jobs.ts";
import type { Records } from "../store/records.ts";
import { textFor } from "../text/text.ts";
import { isFit } from "./situation.ts";
import type { WorkerContext } from "./context.ts";

/** Between two looks at the queue. Milliseconds. */
const lookMs = 2_000;
/** Who stands further back hears of it when he has come nearer: Discord has limits. */
const most = 60;
/** What was said of the time is said anew when it is off by more than this share, and this much. Seconds. */
const tolerance = { share: 0.4, seconds: 15 };

type Said = Outlook & { ahead: number; endsAt: number | undefined };

/**
 * Keeps those who wait informed: their place, how long it will take, whether a webui is there at all. One worker of
 * all does.
 */
export function startBoard(context: WorkerContext): { close(): void } {
  const worker = randomUUID();
  const said = new Map<string, Said>();
  let looking = false;

  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      if (await context.edits.lead(worker)) await tellAll(context, said);
      else said.clear();
    } catch (error) {
      context.log.debug({ err: error }, "those who wait could not be told");
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), lookMs);
  return { close: () => clearInterval(timer) };
}

async function tellAll(context: WorkerContext, said: Map<string, Said>): Promise<void> {
  const { producer, line, schedule, catalogs } = context;
  const [places, ledger, { drawn, ready }, runs, loaded, states, announcement] = await Promise.all([
    line.all(),
    schedule.ledger(),
    readActive(context),
    line.runs(),
    line.loaded(),
    catalogs.read(),
    context.announcement.get(),
  ]);
  const begun = new Set([...drawn, ...ready].map(({ id }) => id));
  const next = inOrder(places, ledger, runs).filter(({ id }) => !begun.has(id));
  const ids = next.slice(0, most).map(({ id }) => id);
  const waiting = await producer.read("generate", ids);
  const up = states.filter((state) => state.up);
  // As long as all are there, one is that can do it.
  const isUndone = (job: GenerateJob) =>
    up.length === 0 ||
    (up.length < states.length && !up.some(({ catalog }) => isFit(job, catalog)));
  const lanes = up.map(({ name }) => ({ webui: name, model: loaded[name] }));
  const now = Date.now();
  const ahead = drawn.map(({ request }) => halfDone(standingOf(request)));
  for (const job of [...ready, ...waiting]) {
    const own = standingOf(job.request);
    const place = { ahead: ahead.length, seconds: forecast(ahead, own, runs, lanes), now };
    const paused = await context.pauses.has(job.reply.guildId);
    const standstill = paused ? "paused" : isUndone(job) ? "down" : undefined;
    await tell(job, place, { standstill, announcement }, context, said);
    ahead.push(own);
  }
  const here = new Set([...ready, ...waiting].map(({ id }) => id));
  for (const id of said.keys()) if (!here.has(id)) said.delete(id);
}

/** Of the jobs that workers have taken, those that a webui draws, and those that are only made ready for it. */
async function readActive({ producer, records }: WorkerContext) {
  const active = await producer.running("generate");
  const notes = await Promise.all(active.map(({ id }) => records.notes(id)));
  const isDrawn = (_: GenerateJob, index: number) => notes[index]?.["drawing"] !== undefined;
  return {
    drawn: active.filter(isDrawn),
    ready: active.filter((job, index) => !isDrawn(job, index)),
  };
}

/** What is being drawn is half done, as far as anybody can tell. */
const halfDone = (standing: Standing): Standing => ({ ...standing, cost: standing.cost / 2 });

async function tell(
  job: GenerateJob,
  place: { ahead: number; seconds: number | undefined; now: number },
  outlook: Outlook,
  { editor, records }: WorkerContext,
  said: Map<string, Said>,
): Promise<void> {
  const { id, reply, remarks } = job;
  const endsAt = place.seconds === undefined ? undefined : place.now / 1000 + place.seconds;
  const next: Said = { ahead: place.ahead, ...outlook, endsAt };
  const before = said.get(id) ?? (await firstWords(id, next, records));
  if (before === undefined || isSame(before, next)) return;
  said.set(id, before);
  const text = textFor(reply.locale);
  const done = await editor.edit(job, async () =>
    waitingMessage(text, { id, userId: reply.userId, remarks }, place, outlook),
  );
  if (done) said.set(id, next);
}

/** What the bot said when it took the job; nothing yet where it is just about to. */
async function firstWords(id: string, next: Said, records: Records): Promise<Said | undefined> {
  const { told } = await records.notes(id);
  return told === undefined ? undefined : { ...next, ahead: Number(told), standstill: undefined };
}

function isSame(before: Said, next: Said): boolean {
  if (before.ahead !== next.ahead || before.standstill !== next.standstill) return false;
  if (before.announcement !== next.announcement) return false;
  if (before.endsAt === undefined || next.endsAt === undefined)
    return before.endsAt === next.endsAt;
  const off = Math.abs(before.endsAt - next.endsAt);
  const left = Math.max(1, before.endsAt - Date.now() / 1000);
  return off < tolerance.seconds || off < left * tolerance.share;
}
