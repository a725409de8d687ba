import { describe, expect, test } from "vitest";
import { createTurnstile } from "../../src/bot/turnstile.ts";

/** Somebody who is inside until told to go. */
function visitor(turnstile: ReturnType<typeof createTurnstile>, log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const done = turnstile.pass(async () => {
    log.push(name);
    await promise;
    return name;
  });
  return { done, go: resolve, fail: reject };
}
const moment = () => new Promise((resolve) => setImmediate(resolve));

describe("a turnstile", () => {
  test("lets some in at a time, in the order in which they came, also where one fails", async () => {
    const turnstile = createTurnstile(2, 60_000);
    const log: string[] = [];
    const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => visitor(turnstile, log, name));
    await moment();
    expect(log).toEqual(["a", "b"]);
    b?.fail(new Error("no"));
    await expect(b?.done).rejects.toThrow("no");
    await moment();
    expect(log).toEqual(["a", "b", "c"]);
    a?.go();
    expect(await a?.done).toBe("a");
    c?.go();
    d?.go();
    await Promise.all([c?.done, d?.done]);
    expect(log).toEqual(["a", "b", "c", "d"]);
  });

  test("keeps nobody waiting for longer than is bearable", async () => {
    const turnstile = createTurnstile(1, 20);
    const log: string[] = [];
    const [a, b] = ["a", "b"].map((name) => visitor(turnstile, log, name));
    await expect.poll(() => log).toEqual(["a", "b"]);
    a?.go();
    b?.go();
    await Promise.all([a?.done, b?.done]);
    const next = visitor(turnstile, log, "c");
    await moment();
    expect(log).toEqual(["a", "b", "c"]);
    next.go();
    await next.done;
  });
});
