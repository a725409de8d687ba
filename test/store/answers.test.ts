import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { AnswerSink } from "../../src/generation/backend.ts";
import { type Answers, createAnswers } from "../../src/store/answers.ts";
import { LostError } from "../../src/errors.ts";
import { createAwaited } from "../../src/store/awaited.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let answers: Answers;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  answers = createAnswers(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

/** Writes a part as it comes from a webui, in chunks, and calls it whole unless the webui broke off. */
async function write(sink: AnswerSink, before: number, chunks: Buffer[], whole = true, count = 1) {
  const part = { before, count };
  for (const [index, chunk] of chunks.entries()) await sink.write(part, index, chunk);
  if (whole) await sink.end(part, chunks.length);
}
const part = { before: 0, count: 1 };
const bytes = (text: string) => text.split("|").map((chunk) => Buffer.from(chunk));

describe("what a webui answered", () => {
  test("is read back byte for byte, however it was cut", async () => {
    const chunk = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array));
    const parts = fc.array(fc.array(chunk, { maxLength: 6 }), { maxLength: 4 });
    let id = 0;
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        id += 1;
        const sink = await answers.open(String(id), "a1111");
        for (const [part, chunks] of all.entries()) await write(sink, part, chunks);
        expect(await answers.read(String(id))).toEqual(all.map((chunks) => Buffer.concat(chunks)));
      }),
    );
  });

  test("is read back whole when it is many megabytes", async () => {
    const large = Array.from({ length: 64 }, () => randomBytes(256 * 1024));
    await write(await answers.open("1", "a1111"), 0, large);
    expect(Buffer.concat(large).equals((await answers.read("1"))[0] ?? Buffer.alloc(0))).toBe(true);
  });

  test("comes in the order of its parts, whichever was whole first, also past the ninth", async () => {
    const sink = await answers.open("1", "a1111");
    for (const part of [10, 2, 0, 11, 1]) await write(sink, part, bytes(`part ${part}`));
    expect((await answers.read("1")).map(String)).toEqual(
      [0, 1, 2, 10, 11].map((part) => `part ${part}`),
    );
  });

  test("is nothing before any part is whole", async () => {
    await write(await answers.open("1", "a1111"), 0, bytes("a|b"), false);
    expect(await answers.read("1")).toEqual([]);
    expect(await answers.read("unheard of")).toEqual([]);
  });

  test("is known to a later try, part by part", async () => {
    const first = await answers.open("1", "a1111");
    await write(first, 0, bytes("a|b"));
    await write(first, 1, bytes("c"), false);
    expect(first.stored).toEqual([]);
    const second = await answers.open("1", "a1111");
    expect(second.stored).toEqual([{ before: 0, count: 1 }]);
    await write(second, 1, bytes("c|d|e"), true, 3);
    expect((await answers.open("1", "koboldcpp")).stored).toEqual([
      { before: 0, count: 1 },
      { before: 1, count: 3 },
    ]);
    expect((await answers.open("2", "a1111")).stored).toEqual([]);
  });

  test("is that of the second try where the first broke off, with nothing of the first in it", async () => {
    await write(await answers.open("1", "a1111"), 0, bytes("first|first|first"), false);
    await write(await answers.open("1", "a1111"), 0, bytes("second|!"));
    expect((await answers.read("1")).map(String)).toEqual(["second!"]);
  });

  test("is that of one try, unmixed, where two write at once", async () => {
    const [one, other] = await Promise.all([
      answers.open("1", "a1111"),
      answers.open("1", "a1111"),
    ]);
    for (let index = 0; index < 20; index += 1) {
      void one.write(part, index, Buffer.from("1"));
      void other.write(part, index, Buffer.from("2"));
    }
    await Promise.all([other.end(part, 20), one.end(part, 20)]);
    const [read] = (await answers.read("1")).map(String);
    expect(["1".repeat(20), "2".repeat(20)]).toContain(read);
  });

  test("is not called whole where Redis refused a chunk of it", async () => {
    const sink = await answers.open("1", "a1111");
    void sink.write(part, 0, Buffer.from("a"));
    await redis.acl("SETUSER", "default", "-hset");
    void sink.write(part, 1, Buffer.from("b"));
    await expect(sink.end(part, 2)).rejects.toThrow("NOPERM");
    await redis.acl("SETUSER", "default", "+hset");
    expect(await answers.read("1")).toEqual([]);
    expect((await answers.open("1", "a1111")).stored).toEqual([]);
  });

  test("is asked for once more where a chunk of it was forgotten, as a replica may", async () => {
    const sink = await answers.open("1", "a1111");
    for (const chunk of [0, 1]) await sink.write(part, chunk, Buffer.from("a"));
    for (const key of await redis.keys("{easel}:answer:1:0:*")) await redis.hdel(key, "0");
    await expect(sink.end(part, 2)).rejects.toMatchObject({ fault: "broke" });
    expect(await answers.read("1")).toEqual([]);
  });

  test("has no part that comes late from a webui of a kind that it was taken from", async () => {
    const awaited = createAwaited(redis);
    const late = await answers.open("1", "koboldcpp");
    await awaited.begin({ id: "1", webui: "one", kind: "koboldcpp", stored: 0 });
    await write(late, 0, bytes("first"));
    const end = await awaited.begin({ id: "1", webui: "another", kind: "a1111", stored: 1 });
    // It stood still, and goes on where it was.
    await expect(write(late, 1, bytes("late"))).rejects.toThrow(LostError);
    await write(await answers.open("1", "a1111"), 1, bytes("all others"), true, 3);
    await expect(write(late, 2, bytes("later"))).rejects.toThrow(LostError);
    expect((await answers.read("1")).map(String)).toEqual(["first", "all others"]);
    await end?.();
    await answers.remove("1");
    expect(await redis.keys("{easel}:answer*")).toEqual([]);
  });

  test("is known of by one that an earlier version stored, which did not say how many pictures it is", async () => {
    await write(await answers.open("1", "a1111"), 0, bytes("a|b"));
    const value = (await redis.hget("{easel}:answer:1", "0")) ?? "";
    await redis.hset("{easel}:answer:1", "0", value.split(" ").slice(0, 6).join(" "));
    expect((await answers.open("1", "a1111")).stored).toEqual([{ before: 0, count: undefined }]);
    expect((await answers.read("1")).map(String)).toEqual(["ab"]);
  });

  test("has its size known without being read", async () => {
    const sink = await answers.open("1", "a1111");
    await write(sink, 0, bytes("abc|de"));
    await write(sink, 1, bytes("f"));
    await write(sink, 2, bytes("not whole"), false);
    expect(await answers.size("1")).toBe(6);
    expect(await answers.size("2")).toBe(0);
  });

  test("leaves no key behind once removed, nor do the tries that broke off", async () => {
    await write(await answers.open("1", "a1111"), 0, bytes("broken|off"), false);
    const sink = await answers.open("1", "a1111");
    await write(sink, 0, bytes("a|b"));
    await write(sink, 1, bytes("c"));
    await write(await answers.open("2", "a1111"), 0, bytes("other"));
    await answers.remove("1");
    expect((await redis.keys("*")).filter((key) => !key.includes(":2"))).toEqual([]);
    expect(await answers.read("1")).toEqual([]);
    expect((await answers.read("2")).map(String)).toEqual(["other"]);
    await answers.remove("1");
  });

  test("goes by itself after eight days, where nobody removes it", async () => {
    await write(await answers.open("1", "a1111"), 0, bytes("a|b"));
    await write(await answers.open("1", "a1111"), 1, bytes("a"), false);
    await redis.ping();
    const keys = await redis.keys("*");
    expect(keys.length).toBeGreaterThan(2);
    for (const key of keys) {
      const seconds = await redis.ttl(key);
      expect(seconds, key).toBeGreaterThan(7 * 24 * 3600);
      expect(seconds, key).toBeLessThanOrEqual(8 * 24 * 3600);
    }
  });
});
