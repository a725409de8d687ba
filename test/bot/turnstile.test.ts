import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { QueueAwayError } from "../../src/errors.ts";
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

  test("lets nobody in early while others get through, however long that takes", async () => {
    const turnstile = createTurnstile(1, 60);
    let [inside, most] = [0, 0];
    const visits = Array.from({ length: 8 }, async () =>
      turnstile.pass(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await delay(20);
        inside -= 1;
      }),
    );
    await Promise.all(visits);
    expect(most).toBe(1);
  });

  test("keeps nobody waiting where nobody gets through, or all hear that the queue is away", async () => {
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
    const away = createTurnstile(1, 60);
    let came = 0;
    const visits = Array.from({ length: 5 }, async () =>
      away.pass(async () => {
        came += 1;
        await delay(40);
        throw new QueueAwayError();
      }),
    );
    await Promise.allSettled(visits.slice(0, 3));
    // One after the other it would have been three by now.
    expect(came).toBe(5);
    await Promise.allSettled(visits);
  });
});
