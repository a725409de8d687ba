import {
  canBeOurs,
  type Expected,
  isDrawn,
  isSame,
  isStill,
  type Look,
  newTasks,
  type Run,
  secondMs,
  slackOf,
} from "./look.ts";

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
