import type { Redis } from "ioredis";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { BackendError, LostError } from "../../src/errors.ts";
import { createBusyShares } from "../../src/http/busy-share.ts";
import { noMeasures } from "../../src/measures.ts";
import { createProducer, type Producer } from "../../src/queue/producer.ts";
import type { Taken } from "../../src/queue/taker.ts";
import { createAnswers } from "../../src/store/answers.ts";
import { createAwaited } from "../../src/store/awaited.ts";
import type { Catalogs } from "../../src/store/catalogs.ts";
import { createInputs } from "../../src/store/inputs.ts";
import { createLine } from "../../src/store/line.ts";
import { createPauses } from "../../src/store/pauses.ts";
import { createGpuTime } from "../../src/store/quotas.ts";
import { createRecords } from "../../src/store/records.ts";
import { createSchedule } from "../../src/store/schedule.ts";
import { createShunned } from "../../src/store/shunned.ts";
import { createSignals } from "../../src/store/signals.ts";
import { createTroubles } from "../../src/store/troubles.ts";
import type { WorkerContext } from "../../src/worker/context.ts";
import { createDrawingJobs } from "../../src/worker/drawing.ts";
import { type Lane, startLane } from "../../src/worker/lane.ts";
import type { Claim, Scheduler } from "../../src/worker/scheduler.ts";
import { type Serving, startServing } from "../../src/worker/serve.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { jobOf } from "../queue/jobs.ts";
import { backendOf } from "./backend.ts";

let server: TestRedis;
let redis: Redis;
let producer: Producer;
const lanes: Lane[] = [];

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  producer = createProducer(redis, () => undefined);
});
afterEach(async () => {
  await Promise.all(lanes.splice(0).map((lane) => lane.close()));
  await redis.flushall();
});
afterAll(async () => {
  await producer.close();
  await server.close();
});

const webui = "127.0.0.1:7860";
const log = pino({ enabled: false });

type Values = Partial<WorkerContext> & { couldGoElsewhere?: boolean };

/** Everything that stands in Redis is real; whose turn it is, the test says. */
function contextOf(
  claim: Scheduler["claim"],
  { couldGoElsewhere = false, ...values }: Values = {},
): WorkerContext {
  const parts: Partial<WorkerContext> = {
    log,
    producer,
    records: createRecords(redis),
    answers: createAnswers(redis),
    awaited: createAwaited(redis),
    inputs: createInputs(redis),
    line: createLine(redis),
    gpuTime: createGpuTime(redis),
    schedule: createSchedule(redis),
    shunned: createShunned(redis),
    signals: createSignals(redis),
    pauses: createPauses(redis),
    troubles: createTroubles(redis),
    drawing: createDrawingJobs(),
    scheduler: {
      claim,
      couldGoElsewhere: async () => couldGoElsewhere,
      close: async () => undefined,
    },
    // Nobody looks at the messages meanwhile.
    editor: { edit: async () => true },
    checks: undefined,
    measures: noMeasures,
    ...values,
  };
  // All that drawing uses.
  return parts as WorkerContext;
}

/** A webui that draws each job until the test ends that, and what becomes of the jobs that it is given. */
async function start(values: Values = {}) {
  /** What waits, each with the seconds that it is thought to take. */
  const waiting: [id: string, seconds: number][] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  /** What was done with each, in turn: given, drawn, and how it ended. */
  const story: string[] = [];
  let isOurs = true;
  let looks = 0;

  const claimOf = (id: string, drawingSeconds: number): Claim => {
    const say = (what: string) => void story.push(`${what} ${id}`);
    const taken: Taken<"generate"> = {
      data: jobOf(id),
      tries: 1,
      lock: { key: "lock", token: "token" },
      isOurs: async () => isOurs,
      within: (work) => work(),
      leave: () => say("left"),
      done: async () => say("done"),
      back: async (counted) => say(counted ? "back, tried," : "back"),
    };
    say("given");
    return { taken, drawingSeconds, loadingSeconds: 0 };
  };
  const context = contextOf(async () => {
    looks += 1;
    const next = waiting.shift();
    return next === undefined ? "idle" : claimOf(...next);
  }, values);
  const backend = backendOf({
    async generate(_request, { answers: { id }, signal }) {
      story.push(`draws ${id}`);
      const end = Promise.withResolvers<void>();
      ends.set(id, end);
      signal.addEventListener("abort", () => end.reject(signal.reason as Error));
      await end.promise;
    },
  });
  let serving: Serving | undefined;
  const lane = startLane({
    backend,
    // Only what a lane calls of it.
    catalogs: { put: async () => undefined, say: async () => undefined } as unknown as Catalogs,
    isAwaited: async () => false,
    isDrained: async () => false,
    keepLease: async () => true,
    log,
    onChange: () => serving?.wake(),
  });
  lanes.push(lane);
  await expect.poll(() => lane.isUp()).toBe(true);
  serving = startServing(lane, context);
  const draws = (id: string) => expect.poll(() => story).toContain(`draws ${id}`);
  return {
    story,
    context,
    serving,
    draws,
    looks: () => looks,
    waits(id: string, seconds: number) {
      waiting.push([id, seconds]);
      serving?.wake();
    },
    arrives: (id: string) => ends.get(id)?.resolve(),
    breaks: (id: string, error: Error) => ends.get(id)?.reject(error),
    isLost: () => void (isOurs = false),
    told: (what: string) => expect.poll(() => story, { timeout: 10_000 }).toContain(what),
  };
}
const begunOf = async (id: string) =>
  (await redis.hkeys(`{easel}:notes:${id}`)).filter((note) => note.startsWith("began:"));
const settled = async () => redis.hgetall("{easel}:settled");

describe("a webui's next job", () => {
  test("is chosen when the one that is drawn is nearly done, and drawn when it is done", async () => {
    const { waits, draws, told, arrives, serving, story, looks } = await start();
    waits("1", 600);
    await draws("1");
    const before = looks();
    waits("2", 1);
    // Whatever happens meanwhile, it is not near its end.
    for (let times = 0; times < 3; times += 1) {
      serving.wake();
      await new Promise(setImmediate);
    }
    expect(looks()).toBe(before);
    arrives("1");
    await draws("2");
    // This one should be done in a second, so the next is made ready beside it, and no third.
    waits("3", 600);
    waits("4", 1);
    await told("given 3");
    expect(story).not.toContain("draws 3");
    arrives("2");
    await draws("3");
    expect(story).not.toContain("given 4");
    arrives("3");
    await draws("4");
    arrives("4");
    await serving.close();
    expect(story.filter((what) => what.startsWith("done"))).toEqual(
      ["1", "2", "3", "4"].map((id) => `done ${id}`),
    );
    expect(Object.keys(await settled()).sort()).toEqual(["1", "2", "3", "4"]);
    expect(await producer.waiting("deliver", 10)).toHaveLength(4);
  });

  test("is given back when the one that is drawn takes longer, and chosen anew when that is done", async () => {
    const { waits, draws, told, arrives, serving, story, looks } = await start();
    waits("1", 1);
    waits("2", 1);
    await draws("1");
    await told("back 2");
    waits("3", 1);
    const before = looks();
    await new Promise(setImmediate);
    serving.wake();
    await new Promise(setImmediate);
    expect(looks()).toBe(before);
    expect(await settled()).toEqual({ 2: "0.000" });
    arrives("1");
    await draws("3");
    arrives("3");
    await serving.close();
    expect(story).toEqual([
      "given 1",
      "given 2",
      "draws 1",
      "back 2",
      "done 1",
      "given 3",
      "draws 3",
      "done 3",
    ]);
  });
});

describe("a job that ends otherwise", () => {
  test("waits again when the webui broke off, not at once for this one, and is paid for by nobody", async () => {
    const waited: number[] = [];
    const jobWaited = (seconds: number) => void waited.push(seconds);
    const { waits, draws, told, breaks, serving, story } = await start({
      measures: { ...noMeasures, jobWaited },
    });
    const heard = await server.connect();
    const channels: string[] = [];
    heard.on("message", (channel: string) => void channels.push(channel));
    await heard.subscribe("{easel}:work");
    // It is still ours.
    await redis.set("lock", "token");
    waits("1", 600);
    await draws("1");
    breaks("1", new BackendError("broke", "it fell over"));
    await told("back, tried, 1");
    await expect.poll(() => channels).toEqual(["{easel}:work"]);
    expect(await settled()).toEqual({ 1: "0.000" });
    expect(await redis.hkeys("{easel}:shunned")).toEqual([`1 ${webui}`]);
    expect(await createRecords(redis).ending("1")).toBeUndefined();
    // Its wait was over when it was begun first.
    waits("1", 600);
    await expect.poll(() => story.filter((what) => what === "draws 1")).toHaveLength(2);
    await expect.poll(async () => begunOf("1")).toHaveLength(2);
    expect(waited).toHaveLength(1);
    breaks("1", new BackendError("refused", ""));
    await serving.close();
  });

  test("is told to its author and gone when the webui refuses it, which had work until then", async () => {
    let now = 0;
    const busy = createBusyShares(() => now);
    const measures = { ...noMeasures, webuiWorks: busy.begin };
    const { waits, draws, told, breaks, serving, story } = await start({ measures });
    waits("1", 600);
    await draws("1");
    now = 10_000;
    expect(busy.shares().get(webui)).toBe(1);
    breaks("1", new BackendError("refused", "no such thing"));
    await told("done 1");
    now = 40_000;
    expect(busy.shares().get(webui)).toBe(0.25);
    expect(story).toEqual(["given 1", "draws 1", "done 1"]);
    const [posted] = await producer.waiting("deliver", 10);
    expect(posted?.outcome).toMatchObject({ kind: "failed" });
    expect(await redis.exists("{easel}:shunned")).toBe(0);
    await serving.close();
  });

  test("is paid for as long as it was drawn when its author cancels it, and not at all before", async () => {
    const { waits, draws, told, serving, context } = await start();
    waits("1", 1);
    waits("2", 600);
    await draws("1");
    await told("given 2");
    const cancel = async (id: string) => {
      await context.records.end(id, "cancelled");
      context.drawing.cancel(id);
    };
    await cancel("2");
    await told("done 2");
    expect(await settled()).toEqual({ 2: "0.000" });
    // Another is made ready in its place.
    waits("3", 600);
    await told("given 3");
    await cancel("1");
    await told("done 1");
    expect(Number((await settled())["1"])).toBeGreaterThan(0);
    expect(await producer.waiting("deliver", 10)).toEqual([]);
    // Whether the webui has come to itself by now is another matter.
    context.drawing.stopAll();
    await serving.close();
  });

  test("goes to another webui when it took too long here, and the host hears of it", async () => {
    const lines: object[] = [];
    const write = (line: string) => void lines.push(JSON.parse(line) as object);
    const { waits, draws, told, breaks, serving } = await start({
      log: pino({ level: "info" }, { write }),
      couldGoElsewhere: true,
    });
    await redis.set("lock", "token");
    waits("1", 600);
    await draws("1");
    breaks("1", new BackendError("timeout", ""));
    await told("back 1");
    const broken = lines.filter((line) => "msg" in line && line.msg === "drawing broke off");
    expect(broken).toMatchObject([{ job: "1", webui, fate: "waits", level: 40 }]);
    await serving.close();
  });

  test.each([
    ["says so itself", new LostError()],
    ["is told so by Redis", new BackendError("broke", "")],
  ])("is left alone where another worker has it by now: it %s", async (_how, error) => {
    const { waits, draws, told, breaks, isLost, serving, story } = await start();
    waits("1", 600);
    await draws("1");
    isLost();
    breaks("1", error);
    await told("left 1");
    await serving.close();
    expect(story).toEqual(["given 1", "draws 1", "left 1"]);
    expect(await redis.exists("{easel}:settled", "{easel}:shunned")).toBe(0);
    expect(await producer.waiting("deliver", 10)).toEqual([]);
  });

  test("waits again at once where it is ours, and its answer was stored by another meanwhile", async () => {
    const { waits, draws, told, breaks, serving, story } = await start();
    waits("1", 600);
    await draws("1");
    breaks("1", new LostError());
    await told("back 1");
    await serving.close();
    expect(story).toEqual(["given 1", "draws 1", "back 1"]);
    expect(await producer.waiting("deliver", 10)).toEqual([]);
  });

  test("is ours no longer than its lock lasts where even that cannot be said", async () => {
    const schedule = createSchedule(redis);
    const settle = async () => Promise.reject(new Error("OOM command not allowed"));
    const parts = { schedule: { ...schedule, settle } };
    const { waits, draws, told, breaks, serving } = await start(parts);
    waits("1", 600);
    await draws("1");
    breaks("1", new BackendError("broke", ""));
    await told("left 1");
    // It goes on with the next.
    waits("2", 600);
    await draws("2");
    breaks("2", new LostError());
    await serving.close();
  });
});

describe("closing", () => {
  test("waits for what is drawn, gives back what was made ready, and takes nothing more", async () => {
    const { waits, draws, told, arrives, serving, story, context } = await start();
    waits("1", 1);
    waits("2", 1);
    await draws("1");
    await told("given 2");
    waits("3", 1);
    context.drawing.stopWaiting();
    let isClosed = false;
    const closing = serving.close().then(() => (isClosed = true));
    await told("back 2");
    expect(isClosed).toBe(false);
    arrives("1");
    await closing;
    expect(story).toEqual(["given 1", "given 2", "draws 1", "back 2", "done 1"]);
  });
});

/** A webui that is up and asks for a job, which the test answers. */
function ask() {
  const asked: PromiseWithResolvers<Claim | "idle" | "later">[] = [];
  const claim = async () => {
    const answer = Promise.withResolvers<Claim | "idle" | "later">();
    asked.push(answer);
    return answer.promise;
  };
  // Only what is asked of one that gets nothing.
  const lane = { backend: backendOf(), isUp: () => true } as unknown as Lane;
  const serving = startServing(lane, contextOf(claim));
  return { asked, serving };
}

describe("a free webui that got nothing", () => {
  test.each([
    ["idle", 1_000],
    ["later", 500],
  ] as const)("asks again by itself after a while, and at once when woken: %s", async (why, ms) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { asked, serving } = ask();
      asked[0]?.resolve(why);
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(asked).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked).toHaveLength(2);
      asked[1]?.resolve(why);
      await vi.advanceTimersByTimeAsync(1);
      serving.wake();
      await vi.advanceTimersByTimeAsync(0);
      expect(asked).toHaveLength(3);
      // Something changed after it was asked: the answer may be of before.
      serving.wake();
      asked[2]?.resolve(why);
      await vi.advanceTimersByTimeAsync(0);
      expect(asked).toHaveLength(4);
      const closing = serving.close();
      asked[3]?.resolve(why);
      await vi.advanceTimersByTimeAsync(0);
      await closing;
      await vi.advanceTimersByTimeAsync(10_000);
      expect(asked).toHaveLength(4);
    } finally {
      vi.useRealTimers();
    }
  });
});
