/**
 * Whose drawing is it that a webui tells about? Its progress, interrupt and skip are global (webui-api.md, surprises 8
 * and 10), and others use it as well: at its own page, and through the API. What is known for sure:
 *
 * - One job at a time runs, first come, first served. A drawing's task waits in the list of pending ones until it
 *   begins; of those that come through the API the name is `task(txt2img-` and seven signs.
 * - So when our request has arrived and no task is pending that was not there before it, ours has begun. It has not
 *   ended as long as it is not answered, but for the time in which the webui makes files of the pictures.
 * - A job's timestamp does not change while it runs; it counts seconds.
 *
 * Where a webui has no such list (`--nowebui`, SD.Next, releases before 1.8), ours is what runs after it was idle for
 * a while before our request, as long as nothing else is seen. That misses only who comes within those milliseconds, or waits
 * behind what no webui tells of (interrogate, a change of model), and asks for as many steps as we do.
 *
 * Looks are taken as the list of pending tasks first, what runs second. Nothing here knows a clock: all times are
 * milliseconds of one that never goes back.
 */

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

type Run = {
  timestamp: string;
  startedAt: number | undefined;
  /** First seen then; it began after `from`. */
  since: number;
  from: number;
};

export type Whose = Expected & {
  before: Look | undefined;
  /** It did nothing before that look, and nobody waited. */
  alone: boolean;
  sentAt?: number | undefined;
  /** `open`: its answer is awaited; `answered`: it has ended; `given up`: nobody will hear of its end. */
  state: "open" | "answered" | "given up";
  /** Something else was seen since it was sent; without a list of pending tasks nothing is sure then. */
  mixed: boolean;
  /** The last look began then. */
  seenAt: number;
  /** What runs and may be ours. */
  run?: Run | undefined;
  /** Had ours ended unseen, or as an earlier run, it would be answered by then. */
  dueAt: number;
  /** The timestamp of ours, once that is certain. */
  own?: string | undefined;
};

/** From the last byte of a request to its place among the pending tasks. */
export const arrivalMs = 200;
/** The webui may look idle, and somebody come before us, for this long. */
const gapMs = 300;
/** A timestamp stands for one second. */
const secondMs = 1_000;
/** Between two jobs the webui looks idle, for no longer than this. */
const betweenMs = 150;
/** Two jobs of which one begins this much after the other are told apart, where the webui says how long ago it was. */
const jitterMs = 50;
/** From 40 waiting requests on the webui answers in any order (surprise 18). */
const maxPending = 30;
/** Files are made of pictures in less time than it took to draw them: PNGs at some 20 megapixels a second. */
const answerMs = (drawingMs: number) => 400 + 2 * drawingMs;

/** `looks`: the last ones that were taken before the request is sent, the very last one at the end. */
export function expectOurs(expected: Expected, looks: readonly Look[]): Whose {
  const before = looks.at(-1);
  const alone = before !== undefined && looks.some((look) => isStill(look, before));
  return { ...expected, before, alone, state: "open", mixed: false, seenAt: 0, dueAt: 0 };
}

/** Nothing began between two looks at which nothing ran, and nobody waited. */
const isStill = (one: Look, other: Look) =>
  one.idle &&
  other.idle &&
  one.timestamp === other.timestamp &&
  other.began - one.ended >= betweenMs;

/** The whole request was written. */
export function afterSent(whose: Whose, at: number): Whose {
  return { ...whose, sentAt: at, seenAt: at };
}

/** The first of its answer came, or its failure. */
export const afterAnswer = (whose: Whose): Whose => ({ ...whose, state: "answered" });

/** Nobody waits for its answer any more: what is not certain by now never will be. */
export const afterGivingUp = (whose: Whose): Whose =>
  whose.state === "open" ? { ...whose, state: "given up" } : whose;

/** Another look may tell for certain that ours runs, as long as its answer is awaited. */
export function mayBecomeCertain({ state, own, sentAt, seenAt, run }: Whose): boolean {
  if (state !== "open" || own !== undefined || sentAt === undefined) return false;
  return run !== undefined || seenAt === sentAt;
}

/** What a look adds. Looks have to come in their order. */
export function afterLook(whose: Whose, look: Look): Whose {
  const { sentAt, own, state } = whose;
  if (sentAt === undefined || own !== undefined || state !== "open") return whose;
  if (look.began < sentAt + arrivalMs) return whose;
  const { run, seenAt } = whose;
  if (run !== undefined && canBeOurs(whose, look) && isSame(run, look)) {
    const toldApart = (run.startedAt === undefined) === (look.startedAt === undefined);
    const certain =
      toldApart &&
      hasBegun(whose, look) &&
      look.began >= run.since + secondMs &&
      look.ended >= whose.dueAt;
    return { ...whose, seenAt: look.began, ...(certain ? { own: look.timestamp } : {}) };
  }
  // It may have run between two looks, or be the run that has ended.
  const unseen = look.ended - (run?.from ?? seenAt);
  const { timestamp, startedAt } = look;
  const fresh = { timestamp, startedAt, since: look.ended, from: seenAt };
  const mayBe = canBeOurs(whose, look);
  const slack = mayBe ? slackOf(look) : 0;
  const isFirst = run === undefined && !whose.mixed;
  return {
    ...whose,
    mixed: whose.mixed || !isFirst || !mayBe,
    seenAt: look.began,
    dueAt: Math.max(whose.dueAt, look.ended + slack + answerMs(unseen + slack)),
    run: mayBe ? fresh : undefined,
  };
}

/** It looks like the same job still; another one that begins within the slack after it would do so as well. */
function isSame(run: Run, look: Look): boolean {
  if (run.timestamp !== look.timestamp) return false;
  if (run.startedAt === undefined || look.startedAt === undefined) return true;
  return Math.abs(run.startedAt - look.startedAt) <= slackOf(look) / 2;
}

const slackOf = ({ startedAt, began, ended }: Look) =>
  startedAt === undefined ? secondMs : 2 * (ended - began + jitterMs);

/** That which runs is ours for certain. */
export function isOurs(whose: Whose, look: Look): boolean {
  return whose.state !== "answered" && whose.own === look.timestamp && canBeOurs(whose, look);
}

/** That which runs is somebody else's: ours has its turn yet to come. For words alone, no more is sure. */
export function isBehind(whose: Whose, look: Look): boolean {
  const { own, before } = whose;
  if (own !== undefined || look.idle) return false;
  const ranBefore = before?.idle === false && before.timestamp === look.timestamp;
  return ranBefore || !canBeOurs(whose, look);
}

/** Ours, which was given up, does not run and will not. */
export function isOver(whose: Whose, look: Look): boolean {
  if (whose.state === "answered") return true;
  if (whose.own !== undefined) return !isOurs(whose, look);
  if (look.began < (whose.sentAt ?? -Infinity) + arrivalMs) return false;
  if (look.pending === undefined || !isDrawn(whose)) return look.idle;
  return newTasks(whose, look).length === 0 && !canBeOurs(whose, look);
}

/** By its name that which runs may be ours: a job of the API's of our kind, or as many batches as we asked for. */
function canBeOurs({ route, batches }: Whose, { idle, job }: Look): boolean {
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
const isDrawn = ({ route }: Expected) => route.endsWith("2img");

/** Ours does not wait any more. */
function hasBegun(whose: Whose, look: Look): boolean {
  const { before, alone, sentAt = Infinity, mixed } = whose;
  if (!isDrawn(whose)) return false;
  if (look.pending !== undefined && before?.pending !== undefined) {
    return look.pending.length < maxPending && newTasks(whose, look).length === 0;
  }
  const isAlone = alone && before !== undefined && sentAt - before.began <= gapMs && !mixed;
  return isAlone && (whose.steps === undefined || whose.steps === look.steps);
}

/** Those that may be ours, as the webui names what comes through the API. */
function newTasks({ before, route }: Whose, { pending = [] }: Look): string[] {
  const known = before?.pending ?? [];
  return pending.filter(
    (task) => task.startsWith(`task(${kindOf(route)}-`) && !known.includes(task),
  );
}
