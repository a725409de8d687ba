import { afterAll, beforeAll, expect, test } from "vitest";
import { takeOut } from "../../src/bot/cancel.ts";
import { createProducer, type Producer } from "../../src/queue/producer.ts";
import { createTaker, type Taker } from "../../src/queue/taker.ts";
import { createAnswers } from "../../src/store/answers.ts";
import { createLine } from "../../src/store/line.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { jobOf } from "../queue/jobs.ts";

let server: TestRedis;
let producer: Producer;
let taker: Taker<"generate">;

beforeAll(async () => {
  server = await startRedis();
  const redis = await server.connect();
  const onError = () => undefined;
  producer = createProducer(redis, onError);
  taker = createTaker(redis, "generate", () => undefined, onError);
});
afterAll(async () => {
  await taker.close();
  await producer.close();
  await server.close();
});

test("what was drawn of a job goes with it, also where the queue had lost the job before, but not under a worker's hands", async () => {
  const redis = await server.connect();
  const answers = createAnswers(redis);
  const part = { before: 0, count: 1 };
  for (const id of ["waiting", "gone", "running"]) {
    const sink = answers.sink(id, "koboldcpp");
    await sink.write(part, 0, Buffer.from("a"));
    await sink.end(part, 1);
  }
  for (const id of ["waiting", "running"]) await producer.add("generate", jobOf(id));
  const taken = await taker.take("running");
  const context = { producer, answers, line: createLine(redis) };
  for (const id of ["waiting", "gone", "running"]) await takeOut(id, context);
  const left = await redis.keys("{easel}:answer:*");
  expect([...new Set(left.map((key) => key.split(":")[2]))]).toEqual(["running"]);
  expect(await producer.waiting("generate", 10)).toEqual([]);
  taken?.leave();
});
