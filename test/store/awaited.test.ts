import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createAnswers } from "../../src/store/answers.ts";
import { type Awaited, createAwaited } from "../../src/store/awaited.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let awaited: Awaited;
const part = { before: 0, count: 1 };
/** Of a job that nobody else could have. */
const begin = async (id: string, webui: string) => {
  const end = await awaited.begin({ id, webui, kind: "a1111", stored: 0 });
  if (end === undefined) throw new Error("it is nobody else's");
  return end;
};

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  awaited = createAwaited(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

describe("an answer that somebody waits for", () => {
  test("is known of by its job and by its webui, until the wait ends", async () => {
    const end = await begin("1", "127.0.0.1:7860");
    expect([await awaited.has("1"), await awaited.isBusy("127.0.0.1:7860")]).toEqual([true, true]);
    expect([await awaited.has("2"), await awaited.isBusy("127.0.0.1:7861")]).toEqual([
      false,
      false,
    ]);
    await end();
    expect(await redis.keys("{easel}:[ab][wu]*")).toEqual([]);
  });

  test("is awaited no more in the very moment in which it is stored whole", async () => {
    const end = await begin("1", "webui");
    const sink = createAnswers(redis).sink("1", "a1111");
    await sink.write(part, 0, Buffer.from("a"));
    expect(await awaited.has("1")).toBe(true);
    await sink.end(part, 1);
    expect(await awaited.has("1")).toBe(false);
    await end();
  });

  test("is awaited no more some seconds after whoever waited was killed", async () => {
    const end = await begin("1", "webui");
    await redis.ping();
    for (const key of await redis.keys("{easel}:[ab][wu]*")) {
      const ms = await redis.pttl(key);
      expect(ms, key).toBeGreaterThan(5_000);
      expect(ms, key).toBeLessThanOrEqual(10_000);
    }
    await end();
  });

  test("stays awaited by the one who took over from somebody that ends only now", async () => {
    const late = await begin("1", "one webui");
    await redis.del(...(await redis.keys("{easel}:[ab][wu]*")));
    const end = await begin("1", "another");
    await late();
    expect(await awaited.where(["1", "2"])).toEqual(["another", undefined]);
    await end();
    expect(await awaited.has("1")).toBe(false);
  });

  test("stays awaited however long it takes", async () => {
    const end = await begin("1", "webui");
    await redis.ping();
    const [key = ""] = await redis.keys("{easel}:[ab][wu]*");
    await redis.pexpire(key, 4_000);
    await new Promise((resolve) => setTimeout(resolve, 3_300));
    expect(await redis.pttl(key)).toBeGreaterThan(5_000);
    await end();
  });

  describe("is not asked for", () => {
    const asked = { id: "1", webui: "webui", kind: "a1111", stored: 0 };
    /** Somebody who stood still stores what he had: one part of it, byte for byte. */
    const store = async (kind: string) => {
      const sink = createAnswers(redis).sink("1", kind);
      await sink.write(part, 0, Buffer.from("a"));
      await sink.end(part, 1);
    };

    test("where the job is another's by now", async () => {
      await redis.set("{easel}:lock", "another");
      const lock = { key: "{easel}:lock", token: "ours" };
      expect(await awaited.begin({ ...asked, lock })).toBe(undefined);
      await redis.set("{easel}:lock", "ours");
      await (
        await awaited.begin({ ...asked, lock })
      )?.();
      expect(await redis.keys("{easel}:[abw]*")).toEqual(["{easel}:answer:1:kind"]);
    });

    test.each(["a1111", "koboldcpp"])(
      "where it was stored after all by a webui of the kind %s since somebody looked",
      async (kind) => {
        await store(kind);
        expect(await awaited.begin(asked)).toBe(undefined);
        expect(await awaited.has("1")).toBe(false);
        expect(await createAnswers(redis).read("1")).toEqual([Buffer.from("a")]);
      },
    );

    test.each(["drawn", "failed"])("where the job has ended as %s meanwhile", async (ending) => {
      await redis.set("{easel}:end:1", ending);
      expect(await awaited.begin(asked)).toBe(undefined);
      expect(await redis.keys("{easel}:a*")).toEqual([]);
    });
  });

  test("is asked for where what is stored of it is known, whatever kind of webui drew that", async () => {
    const sink = createAnswers(redis).sink("1", "a1111");
    await sink.write(part, 0, Buffer.from("a"));
    await sink.end(part, 1);
    const end = await awaited.begin({ id: "1", webui: "webui", kind: "koboldcpp", stored: 1 });
    expect(await redis.get("{easel}:answer:1:kind")).toBe("koboldcpp");
    expect(await awaited.has("1")).toBe(true);
    await end?.();
  });
});
