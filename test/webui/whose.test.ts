import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterAnswer,
  afterGivingUp,
  afterLook,
  afterSent,
  expectOurs,
  isBehind,
  isOurs,
  isOver,
  type Whose,
} from "../../src/webui/whose.ts";
import type { Look } from "../../src/webui/look.ts";

const route = "/sdapi/v1/txt2img";

/** Somebody's job on the webui: when it comes and how long it is drawn. Milliseconds. */
type Job = {
  kind: "ours" | "client" | "page" | "extras" | "hidden";
  at: number;
  draws: number;
  batches: number;
  /** From its turn to its first word, and from that until its task is no longer pending. */
  loads: number;
  lags: number;
  /** Share of the longest time that files may take. */
  files: number;
  /** Its task is pending for ever: it died before it began. */
  dead: boolean;
};
type Ran = Job & {
  id: string;
  turn: number;
  begun: number;
  started: number;
  ends: number;
  answered: number;
};

/** When each begins and ends: one at a time, in the order in which they came. */
function schedule(jobs: readonly Job[]): Ran[] {
  let free = 0;
  return jobs
    .map((job, index) => ({ ...job, index }))
    .sort((a, b) => a.at - b.at)
    .map((job) => {
      const turn = Math.max(free, job.at);
      const begun = turn + job.loads;
      const started = begun + job.lags;
      const ends = job.dead ? turn : started + job.draws;
      free = ends + 1;
      const answered = ends + Math.floor(job.files * (400 + 2 * (ends - begun))) - 1;
      const name = job.kind === "page" ? `task(${job.index}abc)` : `task(txt2img-${job.index})`;
      return { ...job, id: name, turn, begun, started, ends, answered };
    });
}

const runningAt = (ran: readonly Ran[], time: number) =>
  ran.find(
    ({ kind, dead, begun, ends }) => kind !== "hidden" && !dead && begun <= time && time < ends,
  );

function pendingAt(ran: readonly Ran[], time: number): string[] {
  const listed = ran.filter(({ kind }) => kind !== "extras" && kind !== "hidden");
  return listed
    .filter(({ at, started, dead }) => at <= time && (dead || time < started))
    .map(({ id }) => id);
}

/** A timestamp stays when its job has ended. */
const lastBegun = (ran: readonly Ran[], time: number) =>
  ran.reduce(
    (last, { kind, dead, begun }) =>
      kind === "hidden" || dead || begun > time ? last : Math.max(last, begun),
    0,
  );

/** How long a look takes, and when within it the webui tells what runs. */
const spanAt = (began: number) => 3 + (began % 37);
const toldAt = (began: number) => began + 2 + (began % 7) * Math.floor((spanAt(began) - 2) / 7);

function lookAt(ran: readonly Ran[], began: number, listed: boolean): Look {
  const span = spanAt(began);
  const told = toldAt(began);
  const job = runningAt(ran, told);
  const names = {
    ours: "scripts_txt2img",
    client: "scripts_txt2img",
    page: job?.id,
    extras: "extras",
  };
  const name = job === undefined || job.kind === "hidden" ? "" : (names[job.kind] ?? "");
  const share = job === undefined ? 0 : (told - job.begun) / Math.max(1, job.ends - job.begun);
  const batch = job === undefined ? 0 : Math.min(job.batches, 1 + Math.floor(share * job.batches));
  const inBatch =
    job !== undefined && job.batches > 1 && told > job.started && job.kind !== "extras";
  return {
    began,
    ended: began + span,
    pending: listed ? pendingAt(ran, began) : undefined,
    job: inBatch ? `Batch ${batch} out of ${job.batches}` : name,
    timestamp: String(Math.floor(lastBegun(ran, told) / 1000)),
    startedAt: job === undefined || !listed ? undefined : began + span / 2 - (told - job.begun),
    idle: job === undefined,
    steps: 20,
  };
}

type Story = { jobs: Job[]; own: Job; looks: number[]; listed: boolean; givenUpAt: number };

/** Plays a story; answers at which looks ours was claimed, and whether that was so. */
function play({ jobs, own, looks, listed, givenUpAt }: Story) {
  const sentAt = own.at - 150;
  const others = listed
    ? jobs
    : // Nobody can be told from us who comes between the look and the request.
      // The same goes for who waits behind what no webui tells of.
      jobs.filter(({ at, kind }) => kind !== "hidden" && (at < sentAt - 150 || at > own.at));
  const ran = schedule([own, ...others]);
  const ours = ran.find(({ kind }) => kind === "ours");
  if (ours === undefined) throw new Error("there is one of ours");
  const before = [sentAt - 2500, ...(listed ? [] : [sentAt - 400, sentAt - 50])].map((time) =>
    lookAt(ran, time, listed),
  );
  let whose: Whose = afterSent(
    expectOurs({ route, batches: own.batches, steps: 20 }, before),
    sentAt,
  );
  const claims: { at: number; right: boolean; number: number }[] = [];
  const overs: { at: number; right: boolean }[] = [];
  let at = sentAt;
  for (const [number, pause] of looks.entries()) {
    at += pause;
    const look = lookAt(ran, at, listed);
    if (look.began > givenUpAt) whose = afterGivingUp(whose);
    else if (look.ended >= ours.answered) whose = afterAnswer(whose);
    whose = afterLook(whose, look);
    const right = runningAt(ran, toldAt(at))?.kind === "ours";
    if (isOurs(whose, look)) claims.push({ at, right, number });
    if (whose.state === "given up" && isOver(whose, look)) {
      overs.push({ at, right: ours.ends <= toldAt(at) });
    }
  }
  return { claims, overs, ours, whose };
}

const jobOf = (kind: fc.Arbitrary<Job["kind"]>, at: fc.Arbitrary<number>): fc.Arbitrary<Job> =>
  fc.record({
    kind,
    at,
    draws: fc.oneof(fc.integer({ min: 20, max: 400 }), fc.integer({ min: 400, max: 9000 })),
    batches: fc.constantFrom(1, 1, 2, 4),
    loads: fc.integer({ min: 0, max: 30 }),
    lags: fc.integer({ min: 0, max: 60 }),
    files: fc.double({ min: 0, max: 1, noNaN: true }),
    dead: fc.constant(false),
  });
const own = jobOf(fc.constant("ours" as const), fc.integer({ min: 20_000, max: 21_999 }));
const other = fc
  .tuple(
    jobOf(
      fc.constantFrom("client" as const, "page" as const, "extras" as const, "hidden" as const),
      fc.oneof(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 18_000, max: 24_000 }),
        fc.integer({ min: 19_900, max: 22_100 }),
      ),
    ),
    fc.boolean(),
  )
  // Only what was there before us may lie dead among the pending ones; the rest would just keep us silent.
  .map(([job, died]) => ({ ...job, dead: died && job.at < 17_000 && job.kind === "client" }));
const looks = fc.array(fc.oneof(fc.constant(1050), fc.integer({ min: 5, max: 3000 })), {
  minLength: 8,
  maxLength: 30,
});
const story = fc.record({
  own,
  jobs: fc.array(other, { maxLength: 12 }),
  looks,
  listed: fc.boolean(),
  givenUpAt: fc.oneof(fc.constant(Infinity), fc.integer({ min: 20_000, max: 40_000 })),
});

describe("whose drawing runs", () => {
  it("is never claimed where it is somebody else's, whoever comes and goes", () => {
    let claimed = 0;
    fc.assert(
      fc.property(story, (told) => {
        const { claims } = play(told);
        claimed += claims.length;
        expect(claims.filter(({ right }) => !right)).toEqual([]);
      }),
      { numRuns: 8_000 },
    );
    expect(claimed).toBeGreaterThan(1000);
  }, 60_000);

  it("is said to be over, once given up, only when ours has ended", () => {
    let over = 0;
    fc.assert(
      fc.property(story, (told) => {
        const { overs } = play({ ...told, listed: true });
        over += overs.length;
        expect(overs.filter(({ right }) => !right)).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
    expect(over).toBeGreaterThan(1000);
  }, 60_000);

  const calm = (kind: "page" | "extras" | "hidden") =>
    jobOf(fc.constant(kind), fc.integer({ min: 0, max: 40_000 }));
  it("is claimed within three looks after it began, whoever uses the page meanwhile", () => {
    const scene = fc.record({
      own: own.map((job) => ({ ...job, draws: 5000 + job.draws, files: 0 })),
      jobs: fc.array(fc.oneof(calm("page"), calm("extras"), calm("hidden")), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(scene, ({ own: mine, jobs }) => {
        const pauses = [250, ...Array.from({ length: 80 }, () => 1050)];
        // Batches of the page's jobs go by the same name as ours.
        const others = jobs.map((job) => ({ ...job, batches: mine.batches + 1 }));
        const { claims, ours } = play({
          own: mine,
          jobs: others,
          looks: pauses,
          listed: true,
          givenUpAt: Infinity,
        });
        expect(claims[0]?.at).toBeLessThanOrEqual(ours.started + 4 * 1050);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it.each<[string, boolean, number[]]>([
    ["second look where nobody else is", true, [1, 2, 3]],
    ["fourth look where no pending tasks are told", false, [3]],
  ])("is claimed by the %s", (_about, listed, numbers) => {
    const mine: Job = {
      kind: "ours",
      at: 20_150,
      draws: 6000,
      batches: 1,
      loads: 5,
      lags: 20,
      files: 0,
      dead: false,
    };
    const pauses = [210, 1300, 1300, 1300];
    const { claims } = play({ own: mine, jobs: [], looks: pauses, listed, givenUpAt: Infinity });
    expect(claims.map(({ number }) => number)).toEqual(numbers);
  });
});

describe("a look", () => {
  const look = (at: number, values: Partial<Look> = {}): Look => ({
    began: at,
    ended: at + 2,
    pending: [],
    job: "scripts_txt2img",
    timestamp: "7",
    startedAt: 1100,
    idle: false,
    steps: 20,
    ...values,
  });
  const idle = { job: "", timestamp: "3", idle: true };
  const sent = (before: Partial<Look> = idle, batches = 1) =>
    afterSent(
      expectOurs({ route, batches, steps: 20 }, [look(500, before), look(900, before)]),
      1000,
    );
  const seen = (whose: Whose, ...values: Partial<Look>[]) =>
    values.reduce<Whose>(
      (all, value, index) => afterLook(all, look(1250 + 1300 * index, value)),
      whose,
    );

  it.each<[about: string, whose: Whose, own: string | undefined]>([
    ["twice at the same job is sure", seen(sent(), {}, {}), "7"],
    ["once is not", seen(sent(), {}), undefined],
    ["at a page's job is not", seen(sent(), { job: "task(x)" }, { job: "task(x)" }), undefined],
    ["at an enlargement is not", seen(sent(), { job: "extras" }, { job: "extras" }), undefined],
    [
      "at another kind is not",
      seen(sent(), ...[{}, {}].map(() => ({ job: "scripts_img2img" }))),
      undefined,
    ],
    ["at batches of ours is sure", seen(sent(idle, 3), {}, { job: "Batch 1 out of 3" }), "7"],
    ["at other batches is not", seen(sent(idle, 3), {}, { job: "Batch 1 out of 4" }), undefined],
    [
      "while one of our kind waits is not",
      seen(sent(), {}, { pending: ["task(txt2img-A)"] }),
      undefined,
    ],
    [
      "while one waits that did before us is sure",
      seen(sent({ ...idle, pending: ["task(txt2img-A)"] }), {}, { pending: ["task(txt2img-A)"] }),
      "7",
    ],
    ["while a page's job waits is sure", seen(sent(), {}, { pending: ["task(abc)"] }), "7"],
    [
      "without a list is sure where it was idle",
      seen(sent({ ...idle, pending: undefined }), { pending: undefined }, { pending: undefined }),
      "7",
    ],
    [
      "without a list is not where it was busy",
      seen(sent({ pending: undefined }), { pending: undefined }, { pending: undefined }),
      undefined,
    ],
    [
      "without a list is not where something else was seen",
      seen(
        sent({ ...idle, pending: undefined }),
        ...["1", "7", "7", "7", "7", "7", "7", "7", "7"].map((timestamp) => ({
          pending: undefined,
          timestamp,
        })),
      ),
      undefined,
    ],
    [
      "without a list is not where something ended just before",
      seen(
        afterSent(
          expectOurs({ route, batches: 1, steps: 20 }, [
            look(500, { ...idle, timestamp: "2", pending: undefined }),
            look(900, { ...idle, pending: undefined }),
          ]),
          1000,
        ),
        ...Array.from({ length: 6 }, () => ({ pending: undefined })),
      ),
      undefined,
    ],
    [
      "without a list is not where the steps are not ours",
      seen(
        sent({ ...idle, pending: undefined }),
        ...[21, 21].map((steps) => ({ pending: undefined, steps })),
      ),
      undefined,
    ],
    ["after the answer is not", seen(afterAnswer(sent()), {}, {}), undefined],
    ["after it was given up is not", seen(afterGivingUp(sent()), {}, {}), undefined],
    [
      "before it was sent is not",
      seen(expectOurs({ route, batches: 1, steps: 20 }, [look(0, idle)]), {}, {}),
      undefined,
    ],
  ])("%s", (_about, whose, own) => {
    expect(whose.own).toBe(own);
  });

  it("at our job is ours, given up or not, until that has another timestamp", () => {
    const whose = seen(sent(), {}, {});
    for (const known of [whose, afterGivingUp(whose)]) {
      expect(isOurs(known, look(9000))).toBe(true);
      expect(isOurs(known, look(9000, { timestamp: "8" }))).toBe(false);
      expect(isOurs(known, look(9000, { ...idle, timestamp: "7" }))).toBe(false);
    }
    expect(isOurs(afterAnswer(whose), look(9000))).toBe(false);
  });

  it("tells that somebody else is before us", () => {
    expect(isBehind(sent(), look(1300, { job: "task(x)" }))).toBe(true);
    expect(isBehind(sent({}), look(1300))).toBe(true);
    expect(isBehind(sent(), look(1300))).toBe(false);
    expect(isBehind(sent(), look(1300, idle))).toBe(false);
  });

  it("tells that what was given up is over, or may not be", () => {
    const known = afterGivingUp(seen(sent(), {}, {}));
    expect(isOver(known, look(9000))).toBe(false);
    expect(isOver(known, look(9000, { timestamp: "8" }))).toBe(true);
    const unknown = afterGivingUp(sent());
    expect(isOver(unknown, look(9000))).toBe(false);
    expect(isOver(unknown, look(9000, idle))).toBe(true);
    expect(isOver(unknown, look(9000, { job: "task(x)" }))).toBe(true);
    expect(isOver(unknown, look(9000, { job: "task(x)", pending: ["task(txt2img-A)"] }))).toBe(
      false,
    );
    expect(isOver(unknown, look(1100, idle))).toBe(false);
    expect(isOver(unknown, look(9000, { job: "task(x)", pending: undefined }))).toBe(false);
  });
});
