import { setTimeout as delay } from "node:timers/promises";
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { GenerateJob } from "../../src/jobs.ts";
import { createProducer, type Producer } from "../../src/queue/producer.ts";
import { queuePrefix } from "../../src/queue/connection.ts";
import { createQueueWorker, type Processing, type QueueWorker } from "../../src/queue/worker.ts";
import { dump, startRedis, type TestRedis } from "../harness/private-redis.ts";
import { jobOf, token } from "./jobs.ts";

let server: TestRedis;
let redis: Redis;
let producer: Producer;
const errors: Error[] = [];
const workers: QueueWorker[] = [];

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  producer = createProducer(redis, (error) => errors.push(error));
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()));
  await redis.flushall();
  expect(errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await producer.close();
  await server.close();
});

/** A worker that takes jobs at once, and what it was given and said. */
function work(parts: Partial<Processing<"generate">> = {}) {
  const taken: GenerateJob[] = [];
  const gaveUp: [id: string, error: unknown][] = [];
  const failures: [id: string, verdict: string][] = [];
  const worker = createQueueWorker(redis, {
    name: "generate",
    concurrency: 1,
    judge: () => "give up",
    giveUp: async ({ id }, error) => void gaveUp.push([id, error]),
    pauseMs: () => 20,
    onFailure: ({ id }, _error, verdict) => void failures.push([id, verdict]),
    onError: (error) => void errors.push(error),
    ...parts,
    async handle(job) {
      taken.push(job);
      await parts.handle?.(job);
    },
  });
  workers.push(worker);
  worker.resume();
  return { worker, taken, gaveUp, failures };
}

const ids = (jobs: readonly GenerateJob[]) => jobs.map(({ id }) => id);
/** Until nothing waits, runs or pauses any more. */
async function settled() {
  await vi.waitFor(async () => {
    const keys = await redis.keys(`${queuePrefix}:generate:*`);
    const jobs = keys.filter((key) => !/:(events|meta|id|marker|stalled-check)$/.test(key));
    expect(jobs).toEqual([]);
  }, 5_000);
}

describe("the queue", () => {
  test("gives a job to a worker just as it was added", async () => {
    const job = jobOf("1");
    await producer.add("generate", job);
    const { taken } = work();
    await settled();
    expect(taken).toEqual([job]);
  });

  test("holds the same id once, however often it is added", async () => {
    await Promise.all([1, 2, 3].map(async () => producer.add("generate", jobOf("1"))));
    await producer.add("generate", jobOf("1", { remarks: ["another"] }));
    expect(await producer.waiting("generate", 10)).toEqual([
      jobOf("1", { reply: expect.anything() }),
    ]);
    const { taken } = work();
    await settled();
    expect(ids(taken)).toEqual(["1"]);
  });

  test.each(["1234567890123456768", "1234567890123456800", "0", "007", "42"])(
    "takes any id that Discord gives, also the round number %s",
    async (id) => {
      await producer.add("generate", jobOf(id));
      expect(ids(await producer.waiting("generate", 10))).toEqual([id]);
      expect(await producer.remove("generate", id)).toBe(true);
    },
  );

  test("keeps the order in which jobs were added, and tells it", async () => {
    const order = ["5", "3", "9", "1"];
    for (const id of order) await producer.add("generate", jobOf(id));
    expect(ids(await producer.waiting("generate", 10))).toEqual(order);
    expect(ids(await producer.waiting("generate", 2))).toEqual(["5", "3"]);
    const { taken } = work();
    await settled();
    expect(ids(taken)).toEqual(order);
  });

  test("lets a waiting job be taken out, once, and none that runs", async () => {
    await producer.add("generate", jobOf("1"));
    await producer.add("generate", jobOf("2"));
    expect(await producer.remove("generate", "1")).toBe(true);
    expect(await producer.remove("generate", "1")).toBe(false);
    expect(await producer.remove("deliver", "2")).toBe(false);
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { taken } = work({ handle: async () => held });
    await vi.waitFor(() => expect(ids(taken)).toEqual(["2"]));
    expect(await producer.remove("generate", "2")).toBe(false);
    release();
    await settled();
  });

  test("refuses data that is not as the contract says, before it is stored", async () => {
    const wrong = { ...jobOf("1"), request: { ...jobOf("1").request, steps: 0 } };
    await expect(producer.add("generate", wrong)).rejects.toThrow();
    expect(await redis.keys("*")).toEqual([]);
  });

  test("never hands a worker data that is not as the contract says, and says so", async () => {
    const queue = new Queue("generate", { connection: redis, prefix: queuePrefix });
    await queue.add("generate", { id: "1" }, { attempts: 2, removeOnFail: true });
    await producer.add("generate", jobOf("2"));
    const { taken } = work();
    await settled();
    await queue.close();
    expect(ids(taken)).toEqual(["2"]);
    expect(errors.splice(0).map(({ name }) => name)).toEqual(["ZodError", "ZodError"]);
  });
});

describe("a job that failed", () => {
  test("is tried again after its pause, each try counted, until it is given up", async () => {
    const pauses: number[] = [];
    const tries: number[] = [];
    await producer.add("generate", jobOf("1"));
    const { taken, gaveUp, failures } = work({
      handle: async () => Promise.reject(new Error("broke")),
      judge(_, counted) {
        tries.push(counted);
        return counted < 3 ? "retry" : "give up";
      },
      pauseMs(counted) {
        pauses.push(counted);
        return 20;
      },
    });
    await settled();
    expect(ids(taken)).toEqual(["1", "1", "1"]);
    expect(tries).toEqual([1, 2, 3]);
    expect(pauses).toEqual([1, 2]);
    expect(gaveUp).toEqual([["1", new Error("broke")]]);
    expect(failures).toEqual([
      ["1", "retry"],
      ["1", "retry"],
      ["1", "give up"],
    ]);
  });

  test("waits no shorter than its pause before the next try", async () => {
    const times: number[] = [];
    await producer.add("generate", jobOf("1"));
    work({
      handle: async () => {
        times.push(performance.now());
        if (times.length === 1) throw new Error("broke");
      },
      judge: () => "retry",
      pauseMs: () => 300,
    });
    await settled();
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(290);
  });

  test.each(["back", "later"] as const)("and comes %s uses up no try", async (verdict) => {
    const tries: number[] = [];
    await producer.add("generate", jobOf("1"));
    const { taken, gaveUp } = work({
      handle: async () => (tries.length < 2 ? Promise.reject(new Error("not now")) : undefined),
      judge(_, counted) {
        tries.push(counted);
        return verdict;
      },
    });
    await settled();
    expect(ids(taken)).toEqual(["1", "1", "1"]);
    expect(tries).toEqual([1, 1]);
    expect(gaveUp).toEqual([]);
  });

  test("and goes back stands before those that came after it; later lets them pass", async () => {
    for (const verdict of ["back", "later"] as const) {
      await producer.add("generate", jobOf("1"));
      await producer.add("generate", jobOf("2"));
      let failed = false;
      const { taken, worker } = work({
        handle: async () => {
          if (failed) return;
          failed = true;
          throw new Error("not now");
        },
        judge: () => verdict,
      });
      await settled();
      expect(ids(taken)).toEqual(verdict === "back" ? ["1", "1", "2"] : ["1", "2", "1"]);
      await worker.close();
      workers.length = 0;
    }
  });

  test("is told to its author before it is gone", async () => {
    await producer.add("generate", jobOf("1"));
    let left: unknown;
    work({
      handle: async () => Promise.reject(new Error("no")),
      giveUp: async () =>
        void (left = await redis.exists(...(await redis.keys(`${queuePrefix}:generate:*1`)))),
    });
    await settled();
    expect(left).toBeGreaterThan(0);
  });
});

describe("a worker", () => {
  test("takes nothing before it is told to, nor while it pauses", async () => {
    await producer.add("generate", jobOf("1"));
    const { worker, taken } = work();
    await settled();
    worker.pause();
    await delay(50);
    await producer.add("generate", jobOf("2"));
    await delay(150);
    expect(ids(taken)).toEqual(["1"]);
    worker.resume();
    await settled();
    expect(ids(taken)).toEqual(["1", "2"]);
  });

  test("that pauses ends what it has begun", async () => {
    await producer.add("generate", jobOf("1"));
    let ended = false;
    const { worker, taken } = work({
      handle: async () => {
        await delay(150);
        ended = true;
      },
    });
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    worker.pause();
    await settled();
    expect(ended).toBe(true);
  });

  test("waits for the running job when it is closed", async () => {
    await producer.add("generate", jobOf("1"));
    await producer.add("generate", jobOf("2"));
    let ended = false;
    const { worker, taken } = work({
      handle: async () => {
        await delay(150);
        ended = true;
      },
    });
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    await worker.close();
    expect(ended).toBe(true);
    expect(ids(await producer.waiting("generate", 10))).toEqual(["2"]);
  });

  test("shares jobs with others, none done twice", async () => {
    const many = Array.from({ length: 40 }, (_, index) => String(index));
    for (const id of many) await producer.add("generate", jobOf(id));
    const both = [work(), work({ concurrency: 4 })];
    await settled();
    const done = both.flatMap(({ taken }) => ids(taken));
    expect(done.sort()).toEqual([...many].sort());
  });
});

describe("a job that ended", () => {
  test("leaves nothing behind, least of all its token, whichever way it ended", async () => {
    const failing = new Map([
      ["2", "retry"],
      ["3", "back"],
      ["4", "later"],
      ["5", "give up"],
    ] as const);
    for (const id of ["1", ...failing.keys()]) await producer.add("generate", jobOf(id));
    await producer.add("generate", jobOf("6"));
    await producer.remove("generate", "6");
    await producer.add("deliver", { ...jobOf("7"), outcome: { kind: "drawn" } });
    await producer.remove("deliver", "7");
    const failed = new Set<string>();
    const { taken, gaveUp } = work({
      handle: async ({ id }) => {
        if (!failing.has(id as "2") || failed.has(id)) return;
        failed.add(id);
        throw new Error(`failed at /webhooks/1/${token}`, { cause: id });
      },
      judge: (error) => failing.get((error as Error).cause as "2") ?? "retry",
    });
    await settled();
    expect(ids(taken).sort()).toEqual(["1", "2", "2", "3", "3", "4", "4", "5"]);
    expect(gaveUp).toHaveLength(1);
    for (const [key, value] of await dump(redis)) {
      expect(key).not.toContain(token);
      expect(value, key).not.toContain(token);
      expect(value, key).not.toContain("a castle");
    }
  });
});
