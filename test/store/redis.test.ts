import { afterEach, describe, expect, test } from "vitest";
import { connectRedis, untilReady } from "../../src/store/redis.ts";
import { hearSignals, createSignals } from "../../src/store/signals.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { killRedisIn } from "../harness/redis.ts";

let server: TestRedis | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
const nowhere = "redis://127.0.0.1:1";
const until = async (condition: () => boolean) => {
  for (let tries = 0; tries < 200 && !condition(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe("a connection", () => {
  test("that waits does what it was asked once Redis is back", async () => {
    server = await startRedis();
    const redis = await server.connect("wait");
    await killRedisIn(server.dataDir);
    await until(() => redis.status !== "ready");
    expect(await redis.set("a", "1")).toBe("OK");
    expect(await redis.get("a")).toBe("1");
  });

  test("that fails does so at once while Redis is away, and works again when it is back", async () => {
    server = await startRedis();
    const redis = await server.connect("fail");
    await killRedisIn(server.dataDir);
    await until(() => redis.status !== "ready");
    const start = performance.now();
    await expect(redis.get("a")).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(500);
    await untilReady(redis, 5_000);
    expect(await redis.get("a")).toBeNull();
  });

  test("that fails does not wait for a Redis that is silent", async () => {
    server = await startRedis();
    const redis = await server.connect("fail");
    const other = await server.connect("wait");
    await other.client("PAUSE", 3_000, "ALL");
    const start = performance.now();
    await expect(redis.get("a")).rejects.toThrow("Command timed out");
    expect(performance.now() - start).toBeLessThan(1_500);
    expect(performance.now() - start).toBeGreaterThan(900);
    await other.client("UNPAUSE");
  });

  test("to nowhere is given up after the time that it was given", async () => {
    const errors: Error[] = [];
    const redis = connectRedis(nowhere, "wait", (error) => errors.push(error));
    await expect(untilReady(redis, 150)).rejects.toThrow("Redis did not answer");
    redis.disconnect();
    expect(errors.length).toBeGreaterThan(0);
  });
});

describe("a signal", () => {
  test("reaches every listener, each kind its own", async () => {
    server = await startRedis();
    const heard: string[] = [];
    for (const name of ["a", "b"]) {
      await hearSignals(await server.connect(), {
        onCancel: (id) => heard.push(`${name} ${id}`),
        onSkip: (id) => heard.push(`${name} skip ${id}`),
        onWork: () => heard.push(`${name} work`),
        onRefresh: () => heard.push(`${name} refresh`),
        onChore: (json) => heard.push(`${name} chore ${json}`),
      });
    }
    const signals = createSignals(await server.connect());
    await signals.cancel("1");
    await signals.skip("2");
    await signals.work();
    await signals.refresh();
    await signals.chore("3");
    await until(() => heard.length === 10);
    const each = ["1", "chore 3", "refresh", "skip 2", "work"];
    expect(heard.sort()).toEqual(
      ["a", "b"].flatMap((name) => each.map((what) => `${name} ${what}`)),
    );
  });
});
