import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Catalogs, createCatalogs } from "../../src/store/catalogs.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { catalogOf } from "../generation/sample.ts";

let server: TestRedis;
let redis: Redis;
let catalogs: Catalogs;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  catalogs = createCatalogs(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

const of = (webui: string, rest: Parameters<typeof catalogOf>[1] = {}) =>
  catalogOf({}, { webui, ...rest });
const days = (count: number) => Date.now() - count * 24 * 3600 * 1000;

describe("what is known of the webuis", () => {
  test("is nothing before any was seen", async () => {
    expect(await catalogs.read()).toEqual([]);
  });

  test("is each one's last catalog, in the order of their names, and whether it is up", async () => {
    const [a, b, c] = [of("a:1", { model: "x" }), of("b:1"), of("c:1")];
    for (const catalog of [c, of("a:1"), b, a]) await catalogs.put(catalog);
    await catalogs.say("a:1", { up: true, state: "up" });
    await catalogs.say("b:1", { up: false, state: "down", trouble: "hung" });
    expect(await catalogs.read()).toEqual([
      { name: "a:1", up: true, state: "up", trouble: undefined, catalog: a },
      { name: "b:1", up: false, state: "down", trouble: "hung", catalog: b },
      { name: "c:1", up: false, state: "down", trouble: undefined, catalog: c },
    ]);
  });

  test("follows the webuis as they come and go and change", async () => {
    await catalogs.put(of("a:1"));
    await catalogs.say("a:1", { up: true, state: "up" });
    expect(await catalogs.read()).toMatchObject([{ up: true, catalog: { kind: "a1111" } }]);
    await catalogs.put(of("a:1", { kind: "forge" }));
    await catalogs.say("a:1", { up: false, state: "down", trouble: "hung" });
    expect(await catalogs.read()).toMatchObject([{ up: false, catalog: { kind: "forge" } }]);
  });

  test("takes a webui for down of which no worker has said anything for half a minute", async () => {
    await catalogs.put(of("a:1"));
    await catalogs.say("a:1", { up: true, state: "up" });
    const [key = ""] = (await redis.keys("*")).filter((name) => name.includes(":up:"));
    expect(await redis.ttl(key)).toBeLessThanOrEqual(30);
    expect(await redis.ttl(key)).toBeGreaterThan(25);
    await redis.del(key);
    expect(await catalogs.read()).toMatchObject([{ name: "a:1", up: false }]);
  });

  test("leaves out a webui that nobody has seen for days, and one that it cannot read", async () => {
    await catalogs.put(of("new:1", { readAt: days(2.9) }));
    await catalogs.put(of("old:1", { readAt: days(3.1) }));
    await catalogs.put(of("odd:1"));
    const [key = ""] = await redis.keys("*");
    await redis.hset(key, "odd:1", JSON.stringify({ ...of("odd:1"), kind: "unheard of" }));
    expect((await catalogs.read()).map(({ name }) => name)).toEqual(["new:1"]);
  });

  test("is the same for whoever reads it", async () => {
    await catalogs.put(of("a:1"));
    await catalogs.say("a:1", { up: true, state: "up" });
    const bot = createCatalogs(await server.connect("fail"));
    expect(await bot.read()).toEqual(await catalogs.read());
  });
});
