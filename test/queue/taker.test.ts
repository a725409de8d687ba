import { Queue, type Span, type Telemetry } from "bullmq";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { queuePrefix } from "../../src/queue/connection.ts";
import { releaseLocks } from "../../src/queue/locks.ts";
import { createProducer, type Producer } from "../../src/queue/producer.ts";
import { createTaker, type Taken, type Taker } from "../../src/queue/taker.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { jobOf } from "./jobs.ts";

let server: TestRedis;
let redis: Redis;
let producer: Producer;
const errors: Error[] = [];
const takers: Taker<"generate">[] = [];
const mine: Taken<"generate">[] = [];

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  producer = createProducer(redis, (error) => errors.push(error));
});
afterEach(async () => {
  for (const each of mine.splice(0)) each.leave();
  await Promise.all(takers.splice(0).map((taker) => taker.close()));
  await redis.flushall();
  expect(errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await producer.close();
  await server.close();
});

const lockOf = (id: string) => `${queuePrefix}:generate:job-${id}:lock`;

function open(onStalled: () => void = () => undefined, telemetry?: Telemetry) {
  const onError = (error: Error) => errors.push(error);
  const taker = createTaker(redis, "generate", onStalled, onError, telemetry);
  takers.push(taker);
  const take = async (id: string) => {
    const taken = await taker.take(id);
    if (taken !== undefined) mine.push(taken);
    return taken;
  };
  return { ...taker, take };
}
/** Collects what is told of jobs. */
function hearing(heard: string[]): Telemetry {
  const span: Span = {
    setSpanOnContext: (context: unknown) => context,
    setAttribute: () => undefined,
    setAttributes: () => undefined,
    addEvent: (name) => void heard.push(name),
    recordException: () => undefined,
    end: () => undefined,
  };
  return {
    tracer: { startSpan: () => span },
    contextManager: {
      with: (_, work) => work(),
      active: () => ({}),
      getMetadata: () => "",
      fromMetadata: () => ({}),
    },
  };
}
async function add(...ids: string[]) {
  for (const id of ids) await producer.add("generate", jobOf(id));
}
/** Has the next look for jobs of dead workers come now; the last one was a while ago. */
async function lookForLost(stalled: () => void) {
  await redis.del(`${queuePrefix}:generate:stalled-check`);
  return open(stalled);
}

describe("a taker", () => {
  test("takes just the one that was chosen, whatever stands before and behind it", async () => {
    const { take, waiting, taken, read } = open();
    await add("1", "2", "3", "4");
    expect(await waiting()).toEqual(["1", "2", "3", "4"]);
    expect((await read(["4", "never", "2"])).map(({ id }) => id)).toEqual(["4", "2"]);
    const third = await take("3");
    expect(third?.data).toEqual(jobOf("3", { reply: expect.anything() }));
    expect(third?.tries).toBe(1);
    expect(await redis.get(third?.lock.key ?? "")).toBe(third?.lock.token);
    expect((await take("1"))?.data.id).toBe("1");
    expect((await take("4"))?.data.id).toBe("4");
    expect(await waiting()).toEqual(["2"]);
    expect((await taken()).sort()).toEqual(["1", "3", "4"]);
  });

  test("has nothing of one that is taken, done, or was never there, and the others go on waiting", async () => {
    const { take, waiting, taken } = open();
    await add("1", "2");
    const first = await take("1");
    expect(await take("1")).toBeUndefined();
    expect(await first?.isOurs()).toBe(true);
    await first?.done();
    expect(await take("1")).toBeUndefined();
    expect(await take("never")).toBeUndefined();
    expect([await waiting(), await taken()]).toEqual([["2"], []]);
    expect((await take("2"))?.tries).toBe(1);
  });

  test("shares with others so that nobody has what another has", async () => {
    const both = [open(), open()];
    const ids = Array.from({ length: 10 }, (_, index) => `${index}`);
    await add(...ids);
    const had: string[] = [];
    // Each goes for the next one until nothing waits, from both ends.
    await Promise.all(
      both.map(async ({ take, waiting }, index) => {
        for (let left = await waiting(); left.length > 0; left = await waiting()) {
          const wanted = await take(left.at(index === 0 ? 0 : -1) ?? "");
          if (wanted !== undefined) had.push(wanted.data.id);
        }
      }),
    );
    expect(had.sort()).toEqual(ids.sort());
    expect((await both[0]?.taken())?.sort()).toEqual(ids.sort());
  });

  test("leaves what it cannot read where it is, for one that can, and says so", async () => {
    const { take, waiting, taken, read } = open();
    const queue = new Queue("generate", { connection: redis, prefix: queuePrefix });
    await queue.add("generate", { id: "odd" }, { jobId: "job-odd" });
    await queue.close();
    await add("2");
    expect((await read(["odd", "2"])).map(({ id }) => id)).toEqual(["2"]);
    expect(await take("odd")).toBeUndefined();
    expect((await waiting()).sort()).toEqual(["2", "odd"]);
    expect(await taken()).toEqual([]);
    expect((await take("2"))?.data.id).toBe("2");
    expect(errors.splice(0).map(({ name }) => name)).toEqual(["ZodError", "ZodError"]);
  });
});

describe("a job that was taken", () => {
  test("and goes back waits again, and counts as tried only if that is said", async () => {
    const { take, waiting, taken } = open();
    await add("1", "2");
    await (await take("1"))?.back(false);
    expect((await waiting()).sort()).toEqual(["1", "2"]);
    expect(await taken()).toEqual([]);
    expect(await redis.exists(lockOf("1"))).toBe(0);
    const again = await take("1");
    expect(again?.tries).toBe(1);
    await again?.back(true);
    expect((await waiting()).sort()).toEqual(["1", "2"]);
    const third = await take("1");
    expect(third?.tries).toBe(2);
    await third?.back(true);
    expect((await take("1"))?.tries).toBe(3);
  });

  test("is gone with all that was known of it when it is done", async () => {
    const { take } = open();
    await add("1");
    await (await take("1"))?.done();
    expect(await redis.keys(`${queuePrefix}:generate:job-*`)).toEqual([]);
  });

  test("is kept by saying so again and again, but not for one who left it", async () => {
    const { take } = open();
    await add("1", "2");
    const [kept, left] = [await take("1"), await take("2")];
    left?.leave();
    await redis.pexpire(lockOf("1"), 9_000);
    await redis.pexpire(lockOf("2"), 9_000);
    await vi.waitFor(async () => expect(await redis.pttl(lockOf("1"))).toBeGreaterThan(9_000), {
      timeout: 5_000,
      interval: 100,
    });
    expect(await kept?.isOurs()).toBe(true);
    expect(await redis.pttl(lockOf("2"))).toBeLessThan(8_000);
  });

  test("waits again when its worker said nothing of it for too long, who has no say in it any more", async () => {
    const heard: string[] = [];
    const [dead, alive] = [open(undefined, hearing(heard)), open()];
    await add("1", "2", "3");
    const lost = [await dead.take("1"), await dead.take("2"), await dead.take("3")];
    expect(lost.map((each) => each?.data.id)).toEqual(["1", "2", "3"]);
    for (const each of lost) each?.leave();
    await releaseLocks(redis);
    const stalled = vi.fn<() => void>();
    await lookForLost(stalled);
    await vi.waitFor(() => expect(stalled).toHaveBeenCalledTimes(3), 5_000);
    expect((await alive.waiting()).sort()).toEqual(["1", "2", "3"]);
    // Another has the first, the second waits, the third is done.
    const first = await alive.take("1");
    await (await alive.take("3"))?.done();
    expect(first?.tries).toBe(1);
    for (const each of lost) expect(await each?.isOurs()).toBe(false);
    await lost[0]?.done();
    await lost[1]?.back(true);
    await lost[2]?.back(false);
    await lost[0]?.back(false);
    expect(heard).toEqual([]);
    expect(await alive.waiting()).toEqual(["2"]);
    expect(await alive.taken()).toEqual(["1"]);
    expect(await first?.isOurs()).toBe(true);
    expect((await alive.take("2"))?.tries).toBe(1);
    await first?.done();
    expect(await alive.taken()).toEqual(["2"]);
    // Heard by whoever looks at the log, and by nobody else.
    expect(errors.splice(0)).toHaveLength(4);
  });

  test("stays taken when its taker closes, and comes back as a dead worker's", async () => {
    const closing = open();
    await add("1");
    const taken = await closing.take("1");
    await takers.pop()?.close();
    taken?.leave();
    expect(await redis.get(lockOf("1"))).toBe(taken?.lock.token);
    await releaseLocks(redis);
    const stalled = vi.fn<() => void>();
    const next = await lookForLost(stalled);
    await vi.waitFor(() => expect(stalled).toHaveBeenCalled(), 5_000);
    expect((await next.take("1"))?.tries).toBe(1);
  });
});
