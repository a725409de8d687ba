import type { Catalog } from "../generation/catalog.ts";
import { loadingSeconds, type Run } from "../generation/estimate.ts";
import { modelKey } from "../generation/names.ts";
import { canDo } from "../generation/resolve.ts";
import type { Situation } from "../generation/schedule/choose.ts";
import { type Ledger, settle, type WaitingJob } from "../generation/schedule/ledger.ts";
import { drawingSeconds } from "../generation/schedule/places.ts";
import type { GenerateJob } from "../jobs.ts";
import type { WebuiState } from "../store/catalogs.ts";
import { placeOf } from "../store/line.ts";
import type { Known } from "../store/schedule.ts";
import type { LaneEntry } from "../store/schedule-documents.ts";
import { everywhere } from "../store/shunned.ts";

/** What is known where a webui is to be given its next job. */
export type Facts = {
  known: Known;
  /** Ids of all that waits, and of all that was taken. */
  waiting: readonly string[];
  active: readonly string[];
  /** What waits and may be drawn now. */
  jobs: readonly GenerateJob[];
  /** All webuis that anybody knows. */
  webuis: readonly (WebuiState & {
    drained: boolean;
    /** A worker looks after it, which may have stood still or died without another word. */
    tended: boolean;
  })[];
  runs: readonly Run[];
  /** The model that each webui drew with last. */
  loaded: Readonly<Record<string, string>>;
};

type Here = { name: string; catalog: Catalog | undefined };

/** What loading a model is thought to take where none was ever seen loading. Seconds. */
const usualLoadingSeconds = 15;

/** What `chooseNext` is asked for a webui that is free. */
export function situationFor(
  here: Here,
  facts: Facts,
  ledger: Ledger,
  boundSeconds: number,
): Situation {
  const { known, active, jobs, webuis, runs } = facts;
  const others = webuis.filter(({ name }) => name !== here.name);
  const catalogs = [here, ...others].flatMap((each) => each.catalog ?? []);
  const atWork: readonly Here[] = [here, ...others.filter(draws)];
  // Who went away leaves a job to the webui where it went wrong, which tries it once more or has its author told.
  const hasOther = (job: GenerateJob, webui: string) =>
    atWork.some(
      ({ name, catalog }) =>
        name !== webui &&
        catalog !== undefined &&
        isFit(job, catalog) &&
        !isShunned(known, job.id, name),
    );
  const isFor = (job: GenerateJob, { name, catalog }: Here) =>
    catalog !== undefined &&
    (!isShunned(known, job.id, name) ||
      (!isShunned(known, job.id, name, "now") && !hasOther(job, name))) &&
    // What nothing can do any more is taken anywhere, and its author is told so there.
    (isFit(job, catalog) || !catalogs.some((each) => isFit(job, each)));
  const jobOf = new Map(jobs.map((job) => [job.id, job]));
  const can = (webui: Here) => (waiting: WaitingJob) => {
    const job = jobOf.get(waiting.id);
    return job !== undefined && isFor(job, webui);
  };
  return {
    waiting: jobs.map((job) => ({
      ...toWaiting(job, runs, here.name),
      fitsHere: isFor(job, here),
    })),
    lane: { loaded: modelAt(here.name, facts) },
    otherLanes: others.filter(draws).map((other) => ({
      loaded: modelAt(other.name, facts),
      freeInSeconds: freeIn(known, other.name, active),
      can: can(other),
    })),
    ledger,
    swapSeconds: loadingAt(here.name, runs),
    boundSeconds,
  };
}

/** A job as the scheduler sees it for a webui. */
export function toWaiting(
  job: GenerateJob,
  runs: readonly Run[],
  webui: string,
): Omit<WaitingJob, "fitsHere"> {
  const place = placeOf(job);
  const { model } = place;
  return {
    ...place,
    cost: drawingSeconds(runs, place, webui),
    model: model === undefined ? undefined : modelKey(model),
  };
}

export const loadingAt = (webui: string, runs: readonly Run[]): number =>
  loadingSeconds(runs, webui) ?? usualLoadingSeconds;

/** The model that a webui has once it is done with what it was given. */
export function modelAt(webui: string, { known, loaded }: Facts): string | undefined {
  const last = loaded[webui];
  return known.lanes[webui]?.model ?? (last === undefined ? undefined : modelKey(last));
}

/** The ledger with all that ended since; who is neither drawn nor waits, and has not said how long it took, pays as charged. */
export function withSettled({ known, waiting, active }: Facts): Ledger {
  const still = new Set([...waiting, ...active]);
  let { ledger } = known;
  for (const [id, seconds] of Object.entries(known.settled))
    ledger = settle(ledger, id, seconds, waiting.length);
  for (const [id, { seconds }] of Object.entries(ledger.drawing))
    if (!still.has(id)) ledger = settle(ledger, id, seconds, waiting.length);
  return ledger;
}

/** What is noted of a webui that is given one more job. */
export function withJob(
  facts: Facts,
  webui: string,
  { id, model, seconds }: { id: string; model: string | undefined; seconds: number },
): LaneEntry {
  const { known, active } = facts;
  const before = modelAt(webui, facts);
  const jobs = (known.lanes[webui]?.jobs ?? []).filter((job) => active.includes(job.id));
  const from = Math.max(known.now, ...jobs.map(({ until }) => until));
  return {
    ...(model === undefined ? {} : { model }),
    jobs: [
      ...jobs,
      {
        id,
        until: Math.round(from + seconds * 1000),
        ...(before === undefined ? {} : { before }),
      },
    ],
  };
}

/** What draws longer than was thought may do so as long again. Seconds. */
function freeIn({ now, lanes }: Known, webui: string, active: readonly string[]): number {
  const jobs = (lanes[webui]?.jobs ?? []).filter(({ id }) => active.includes(id));
  if (jobs.length === 0) return 0;
  const until = Math.max(...jobs.map((job) => job.until));
  return Math.max(leastSeconds, Math.abs(until - now) / 1000);
}

/** Who is about to be free is not yet. */
const leastSeconds = 0.001;

const draws = ({ state, drained, tended }: Facts["webuis"][number]) =>
  state === "up" && !drained && tended;

/** `now`: for a moment only, whatever holds as long as the job waits. */
export function isShunned(
  { shunned }: Pick<Known, "shunned">,
  id: string,
  webui: string,
  which: "now" | "at all" = "at all",
): boolean {
  const by = shunned.get(id) ?? [];
  return by.some(
    (shun) =>
      (shun.webui === webui || shun.webui === everywhere) && (which === "at all" || !shun.forGood),
  );
}

/** Lists are long, and what waits is asked about again and again. */
const fits = new WeakMap<GenerateJob, WeakMap<Catalog, boolean>>();

export function isFit(job: GenerateJob, catalog: Catalog): boolean {
  const known = fits.get(job) ?? new WeakMap<Catalog, boolean>();
  fits.set(job, known);
  const fit = known.get(catalog) ?? canDo(job.request, catalog);
  known.set(catalog, fit);
  return fit;
}
