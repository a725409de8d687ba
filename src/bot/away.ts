import { setTimeout as delay } from "node:timers/promises";
import { ZodError } from "zod";
import { QueueAwayError, UserError } from "../errors.ts";

/** A member must hear within Discord's 3 seconds that the queue is away. Milliseconds. */
const patienceMs = 1_500;

/**
 * Asks Redis on a member's behalf.
 * @throws {QueueAwayError} when it does not answer in time, or not at all.
 */
export async function orAway<T>(ask: () => Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const asked = ask();
  try {
    return await Promise.race([asked, tooLong(waiting.signal)]);
  } catch (cause) {
    asked.catch(() => undefined);
    if (cause instanceof UserError || cause instanceof ZodError) throw cause;
    throw cause instanceof QueueAwayError ? cause : new QueueAwayError({ cause });
  } finally {
    waiting.abort();
  }
}

async function tooLong(signal: AbortSignal): Promise<never> {
  // Aborted when it was quick enough; nobody hears of it then.
  await delay(patienceMs, undefined, { signal }).catch(() => undefined);
  throw new QueueAwayError();
}
