import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createOnce } from "../../src/bot/once.ts";
import { createRegrets } from "../../src/bot/regrets.ts";

describe("an interaction that comes again", () => {
  it("is known for a quarter of an hour, and forgotten then", () => {
    let now = 0;
    const isNew = createOnce(() => now);
    expect([isNew("1"), isNew("2"), isNew("1")]).toEqual([true, true, false]);
    now = 14 * 60_000;
    expect([isNew("1"), isNew("3")]).toEqual([false, true]);
    now = 16 * 60_000;
    expect([isNew("1"), isNew("3")]).toEqual([true, false]);
  });
});

describe("a job that was refused but may have been stored", () => {
  it("is taken back at once, and again until that works, but never twice", async () => {
    const taken: string[] = [];
    const failures: unknown[] = [];
    let tries = 0;
    const regrets = createRegrets(
      async (id) => {
        tries += 1;
        if (tries === 2) throw new Error("Redis is away");
        taken.push(id);
      },
      (error) => failures.push(error),
    );
    regrets.add("1");
    regrets.add("2");
    while (taken.length < 2) await delay(20);
    await delay(700);
    expect(taken).toEqual(["1", "2"]);
    expect(failures).toHaveLength(1);
    regrets.close();
  });

  it("is tried no more when the bot closes", async () => {
    let tries = 0;
    const regrets = createRegrets(
      async () => {
        tries += 1;
        throw new Error("Redis is away");
      },
      () => undefined,
    );
    regrets.add("1");
    await delay(20);
    regrets.close();
    await delay(700);
    expect(tries).toBe(1);
  });
});
