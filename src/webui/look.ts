/** What a webui told. */
export type Look = {
  /** When it was asked for the first of it, and when the last of it had come. */
  began: number;
  ended: number;
  /** The tasks that wait; undefined where the webui has no such list. */
  pending: readonly string[] | undefined;
  /** What runs: `scripts_txt2img`, `task(..)`, `Batch 2 out of 4`, `extras`; empty between two jobs. */
  job: string;
  /** When that began, as the webui writes it. It stays when it has ended. */
  timestamp: string;
  /** The same by our clock, where the webui tells how long ago that was. */
  startedAt: number | undefined;
  idle: boolean;
  /** Of the pass that runs. */
  steps: number;
};

/** One request of ours, as far as a webui tells it from others. */
export type Expected = {
  route: string;
  /** Batches, one after the other. */
  batches: number;
  /** Sampling steps, where the request alone tells them. */
  steps: number | undefined;
};

export type Run = {
  timestamp: string;
  startedAt: number | undefined;
  /** First seen then; it began after `from`. */
  since: number;
  from: number;
};

/** A timestamp stands for one second. */
export const secondMs = 1_000;
/** Between two jobs the webui looks idle, for no longer than this. */
const betweenMs = 150;
/** Two jobs of which one begins this much after the other are told apart, where the webui says how long ago it was. */
const jitterMs = 50;

/** Nothing began between two looks at which nothing ran, and nobody waited. */
export const isStill = (one: Look, other: Look) =>
  one.idle &&
  other.idle &&
  one.timestamp === other.timestamp &&
  other.began - one.ended >= betweenMs;

/** By its name that which runs may be ours: a job of the API's of our kind, or as many batches as we asked for. */
export function canBeOurs({ route, batches }: Expected, { idle, job }: Look): boolean {
  if (idle) return false;
  if (jobNames[kindOf(route)]?.test(job) === true) return true;
  const [, of] = /^batch \d+ out of (\d+)/i.exec(job) ?? [];
  return batches > 1 && Number(of) === batches;
}

/** What runs for a route, by its name: on A1111 and its kin, and on SD.Next. */
const jobNames: Record<string, RegExp> = {
  txt2img: /^(?:scripts_txt2img$|api[- _]te?xt)/i,
  img2img: /^(?:scripts_img2img$|api[- _]im)/i,
  "extra-single-image": /^extras$/i,
};

const kindOf = (route: string) => route.slice(route.lastIndexOf("/") + 1);

/** What is not drawn (an enlargement, a description) waits where nobody can see it: it is never certain. */
export const isDrawn = ({ route }: Expected) => route.endsWith("2img");

/** Those that may be ours, as the webui names what comes through the API. */
export function newTasks(
  { before, route }: Expected & { before: Look | undefined },
  { pending = [] }: Look,
): string[] {
  const known = before?.pending ?? [];
  return pending.filter(
    (task) => task.startsWith(`task(${kindOf(route)}-`) && !known.includes(task),
  );
}

/** It looks like the same job still; another one that begins within the slack after it would do so as well. */
export function isSame(run: Run, look: Look): boolean {
  if (run.timestamp !== look.timestamp) return false;
  if (run.startedAt === undefined || look.startedAt === undefined) return true;
  return Math.abs(run.startedAt - look.startedAt) <= slackOf(look) / 2;
}

export const slackOf = ({ startedAt, began, ended }: Look) =>
  startedAt === undefined ? secondMs : 2 * (ended - began + jitterMs);
