import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createInputs, type Inputs } from "../../src/store/inputs.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let inputs: Inputs;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  inputs = createInputs(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

describe("a picture that a member gave", () => {
  test("is read back byte for byte", async () => {
    const bytes = randomBytes(3 * 1024 * 1024);
    const hash = await inputs.put(bytes);
    expect(bytes.equals((await inputs.get(hash)) ?? Buffer.alloc(0))).toBe(true);
  });

  test("is kept once, however often it is given", async () => {
    const [one, same, other] = [Buffer.from("one"), Buffer.from("one"), Buffer.from("other")];
    const hashes = [await inputs.put(one), await inputs.put(same), await inputs.put(other)];
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
    expect(await redis.keys("*")).toHaveLength(2);
  });

  test("is kept a week from the last time that it was given", async () => {
    await inputs.put(Buffer.from("one"));
    const [key = ""] = await redis.keys("*");
    await redis.expire(key, 5);
    await inputs.put(Buffer.from("one"));
    expect(await redis.ttl(key)).toBeGreaterThan(6 * 24 * 3600);
  });

  test("is nothing once forgotten", async () => {
    expect(await inputs.get("0".repeat(64))).toBeUndefined();
  });
});
