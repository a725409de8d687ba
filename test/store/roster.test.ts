import type { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRoster } from "../../src/store/roster.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
});
afterAll(async () => server.close());

test("the roster has the webuis that were added, and those that were taken out, until they are added again", async () => {
  const roster = createRoster(redis);
  expect(await roster.all()).toEqual(new Map());
  await roster.add("one:7860", "http://user:secret@one:7860");
  await roster.remove("two:7860");
  const other = createRoster(redis);
  expect(Object.fromEntries(await other.all())).toEqual({
    "one:7860": "http://user:secret@one:7860",
    "two:7860": undefined,
  });
  await other.remove("one:7860");
  await other.add("two:7860", "http://two:7860");
  await other.add("two:7860", "http://two:7860/again");
  expect(Object.fromEntries(await roster.all())).toEqual({
    "one:7860": undefined,
    "two:7860": "http://two:7860/again",
  });
});

test("one that was taken out on one machine is there again when its address is added", async () => {
  const roster = createRoster(redis);
  for (const name of ["box/127.0.0.1:7861", "box/127.0.0.1:7862"]) await roster.remove(name);
  await roster.add("127.0.0.1:7861", "http://127.0.0.1:7861");
  const all = await roster.all();
  expect([...all.keys()].filter((name) => name.startsWith("box/"))).toEqual(["box/127.0.0.1:7862"]);
  expect(all.get("127.0.0.1:7861")).toBe("http://127.0.0.1:7861");
});
