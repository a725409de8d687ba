import type { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withEntry } from "../../src/generation/model-book.ts";
import { createModelBooks, type ModelBooks } from "../../src/store/model-book.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let books: ModelBooks;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  books = createModelBooks(redis);
});
afterAll(async () => server.close());

describe("the book of models", () => {
  test("is each server's own, and empty where there is no server", async () => {
    const entry = { name: "dream.ckpt [0123456789]" };
    await books.change("1", (book) =>
      withEntry(book, entry, [], (known) => ({
        ...known,
        name: "Dreamy",
        profile: { activator: "x", values: { steps: 30 } },
      })),
    );
    expect((await books.get("1")).models).toEqual({
      dream: {
        title: entry.name,
        hash: "0123456789",
        name: "Dreamy",
        profile: { activator: "x", values: { steps: 30 } },
      },
    });
    expect(await books.get("2")).toEqual({ models: {} });
    expect(await books.get(undefined)).toEqual({ models: {} });
  });

  test("keeps what many say at the same time, and what only a newer version knows", async () => {
    const [key = ""] = await redis.keys("*models:1");
    const stored = JSON.parse((await redis.get(key)) ?? "") as { models: { dream: object } };
    const newer = { ...stored.models.dream, since: 5 };
    await redis.set(key, JSON.stringify({ ...stored, models: { dream: newer }, later: true }));
    const names = Array.from({ length: 10 }, (_, index) => `m${index}`);
    await Promise.all(
      names.map((name) =>
        books.change("1", (book) =>
          withEntry(book, { name }, [], (known) => ({ ...known, hidden: true })),
        ),
      ),
    );
    const after = JSON.parse((await redis.get(key)) ?? "") as { models: Record<string, object> };
    expect(Object.keys(after.models).sort()).toEqual(["dream", ...names]);
    expect(after).toMatchObject({ later: true, version: 1, models: { dream: { since: 5 } } });
  });
});
