import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createProducer, type Producer } from "../../src/queue/producer.ts";
import { createTaker, type Taker } from "../../src/queue/taker.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { jobOf } from "./jobs.ts";

let server: TestRedis;
let redis: Redis;
let producer: Producer;
let taker: Taker<"generate">;
const errors: Error[] = [];
const onError = (error: Error) => void errors.push(error);

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  producer = createProducer(redis, onError);
  taker = createTaker(redis, "generate", () => undefined, onError);
});
afterEach(async () => {
  await redis.flushall();
  expect(errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await taker.close();
  await producer.close();
  await server.close();
});

const add = async (...ids: string[]) => {
  for (const id of ids) await producer.add("generate", jobOf(id));
};

describe("a job that was chosen", () => {
  test("is taken, wherever it stands, and no other is", async () => {
    await add("1", "2", "3", "4");
    const taken = await taker.take("3");
    expect(taken?.data.id).toBe("3");
    expect(await taker.taken()).toEqual(["3"]);
    expect(await taker.waiting()).toEqual(["1", "2", "4"]);
    await taken?.done();
    expect(await taker.taken()).toEqual([]);
  });

  test("and waits no more is not taken, nor another in its place", async () => {
    await add("1", "2", "3");
    const first = await taker.take("2");
    await producer.remove("generate", "3");
    expect(await taker.take("2")).toBeUndefined();
    expect(await taker.take("3")).toBeUndefined();
    expect(await taker.waiting()).toEqual(["1"]);
    expect(await taker.taken()).toEqual(["2"]);
    await first?.back(false);
    expect(await taker.waiting()).toEqual(["2", "1"]);
  });

  test("is taken by one of several who want it at once", async () => {
    await add("1", "2");
    const both = await Promise.all([taker.take("2"), taker.take("2")]);
    expect(both.filter((each) => each !== undefined)).toHaveLength(1);
    expect(await taker.waiting()).toEqual(["1"]);
    for (const each of both) await each?.done();
  });
});
