import { setTimeout as delay } from "node:timers/promises";
import { ZodError } from "zod";
import { QueueAwayError, UserError } from "../errors.ts";

/**
 * How long one question may take. Asked at once, it ends before "thinking" is announced; after others, or while we are busy
 * ourselves, only that keeps Discord's 3 seconds. Milliseconds.
 */
const patienceMs = 1_200;
/** Between two tries. Milliseconds. */
const pauseMs = 50;
/** The patience is measured in such steps: while this process is busy itself, no answer of Redis can be heard. Milliseconds. */
const stepMs = 50;

/**
 * Asks Redis on a member's behalf, again while there is time: a Redis that was just started anew may have carried out
 * what it did not live to confirm, so `ask` must be right to do twice.
 * @throws {QueueAwayError} when it does not answer in time.
 */
export async function orAway<T>(ask: () => Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const asked = askUntil(ask, waiting.signal);
  try {
    return await Promise.race([asked, tooLong(waiting.signal)]);
  } catch (cause) {
    asked.catch(() => undefined);
    if (isFinal(cause)) throw cause;
    throw cause instanceof QueueAwayError ? cause : new QueueAwayError({ cause });
  } finally {
    waiting.abort();
  }
}

async function askUntil<T>(ask: () => Promise<T>, over: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      // Nothing may be stored any more once its author was told that it was not.
      if (isFinal(error) || over.aborted) throw error;
      await delay(pauseMs);
      if (over.aborted) throw error;
    }
  }
}

const isFinal = (error: unknown) => error instanceof UserError || error instanceof ZodError;

async function tooLong(signal: AbortSignal): Promise<never> {
  // Aborted when it was quick enough; nobody hears of it then.
  for (let waited = 0; waited < patienceMs && !signal.aborted; waited += stepMs) {
    await delay(stepMs, undefined, { signal }).catch(() => undefined);
  }
  throw new QueueAwayError();
}
