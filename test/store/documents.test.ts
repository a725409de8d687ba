import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createDocuments, UnreadableDocumentError } from "../../src/store/documents.ts";
import { keyPrefix } from "../../src/store/redis.ts";
import { createSettings, type Owner } from "../../src/store/settings.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

const schema = z.looseObject({ count: z.number(), names: z.array(z.string()) });
const kind = { family: "test", schema, empty: { count: 0, names: [] }, migrations: [] };
const key = `${keyPrefix}:test:1`;
const stored = async () => JSON.parse((await redis.get(key)) ?? "null") as unknown;

describe("a document", () => {
  it("is empty until something is written, and then what was written, with its version", async () => {
    const documents = createDocuments(redis, kind);
    expect(await documents.get("1")).toEqual({ count: 0, names: [] });
    await documents.change("1", (known) => ({ ...known, count: known.count + 1 }));
    expect(await documents.getAll(["1", undefined, "2"])).toEqual([
      { count: 1, names: [], version: 1 },
      { count: 0, names: [] },
      { count: 0, names: [] },
    ]);
    expect(await stored()).toEqual({ count: 1, names: [], version: 1 });
  });

  it("loses no change of sixty that are made at once by several programs", async () => {
    const programs = await Promise.all(
      [0, 1, 2].map(async () => createDocuments(await server.connect(), kind)),
    );
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) =>
        programs[index % 3]?.change("1", ({ count, names, ...rest }) => ({
          ...rest,
          count: count + 1,
          names: [...names, String(index)],
        })),
      ),
    );
    const { count, names } = await createDocuments(redis, kind).get("1");
    expect(count).toBe(60);
    expect(new Set(names).size).toBe(60);
  });

  it("of an older version is brought up to date, step by step", async () => {
    await redis.set(key, JSON.stringify({ amount: 3, version: 1 }));
    const documents = createDocuments(redis, {
      ...kind,
      migrations: [
        ({ amount, ...rest }) => ({ ...rest, count: amount }),
        (old) => ({ ...old, names: ["new"] }),
      ],
    });
    expect(await documents.get("1")).toMatchObject({ count: 3, names: ["new"] });
    await documents.change("1", (known) => known);
    expect(await stored()).toEqual({ count: 3, names: ["new"], version: 3 });
  });

  it("keeps what this version does not know", async () => {
    await redis.set(key, JSON.stringify({ count: 1, names: [], mood: "good", version: 1 }));
    await createDocuments(redis, kind).change("1", (known) => ({ ...known, count: 2 }));
    expect(await stored()).toMatchObject({ count: 2, mood: "good" });
  });

  it.each(["no JSON", '{"count":"many","names":[]}'])(
    "that cannot be read is left as it is: %s",
    async (json) => {
      await redis.set(key, json);
      const documents = createDocuments(redis, kind);
      await expect(documents.get("1")).rejects.toThrow(UnreadableDocumentError);
      await expect(documents.change("1", (known) => known)).rejects.toThrow(
        UnreadableDocumentError,
      );
      expect(await redis.get(key)).toBe(json);
    },
  );

  it("is read anew when another program has changed it", async () => {
    const [mine, theirs] = [createDocuments(redis, kind), createDocuments(redis, kind)];
    await mine.change("1", (known) => ({ ...known, count: 1 }));
    await theirs.change("1", (known) => ({ ...known, count: 2 }));
    expect((await mine.get("1")).count).toBe(2);
  });
});

describe("settings", () => {
  const [me, here]: [Owner, Owner] = [
    { scope: "me", id: "5" },
    { scope: "server", id: "5" },
  ];

  it("of a person and of a server with the same id are apart", async () => {
    const settings = createSettings(redis);
    await settings.set(me, "steps", () => 30);
    expect(await settings.getAll([me, here, undefined])).toMatchObject([
      { values: { steps: 30 } },
      { values: {} },
      { values: {} },
    ]);
  });

  it("set at the same time are all kept, a role's own apart from everyone's", async () => {
    const settings = createSettings(redis);
    await Promise.all([
      settings.set(here, "steps", () => 30),
      settings.set(here, "max_steps", () => 40),
      settings.set(here, "max_steps", () => 90, "7"),
      settings.set(here, "max_count", () => 9, "7"),
    ]);
    expect(await settings.get(here)).toMatchObject({
      values: { steps: 30, max_steps: 40 },
      roles: { 7: { max_steps: 90, max_count: 9 } },
    });
  });

  it("are forgotten one by one, for a role, or all of them", async () => {
    const settings = createSettings(redis);
    await settings.set(here, "steps", () => 30);
    await settings.set(here, "max_steps", () => 40);
    await settings.set(here, "max_steps", () => 90, "7");
    await settings.reset(here, "max_steps");
    expect(await settings.get(here)).toMatchObject({
      values: { steps: 30 },
      roles: { 7: { max_steps: 90 } },
    });
    await settings.reset(here, "max_steps", "7");
    expect((await settings.get(here)).roles).toEqual({});
    expect(await settings.reset(here)).toMatchObject({ values: { steps: 30 } });
    expect((await settings.get(here)).values).toEqual({});
  });

  it("of another version that this one does not know are kept", async () => {
    const stranger = { values: { sharpness: 3 }, roles: {}, colours: "all", version: 1 };
    await redis.set(`${keyPrefix}:settings:server:5`, JSON.stringify(stranger));
    await createSettings(redis).set(here, "steps", () => 30);
    const json = await redis.get(`${keyPrefix}:settings:server:5`);
    expect(JSON.parse(json ?? "")).toEqual({ ...stranger, values: { sharpness: 3, steps: 30 } });
  });
});
