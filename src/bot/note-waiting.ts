import { setTimeout as delay } from "node:timers/promises";
import { removeWaiting } from "../discord/remove-waiting.ts";
import type { Reply } from "../jobs.ts";
import type { Context } from "./command.ts";

/** Between two tries, so many. Milliseconds. */
const noting = { pauseMs: 700, tries: 15 };

/**
 * To find the message again should its token die, and to say what changes; the job does not hang on it. Whoever answered in
 * the moment in which Redis went away still knows it when that is back.
 */
export async function noteWaiting(
  id: string,
  message: string,
  ahead: number,
  reply: Reply,
  { rest, records, log }: Pick<Context, "rest" | "records" | "log">,
): Promise<void> {
  for (let tries = 1; tries <= noting.tries; tries += 1) {
    try {
      await records.note(id, "told", String(ahead));
      await records.note(id, "waiting", message);
      // A worker whose clock is wrong does not wait for us: what it has posted elsewhere ends this message.
      const notes = await records.notes(id);
      const elsewhere = notes["channel:0"] ?? notes["dm:0"];
      if (elsewhere !== undefined) await removeWaiting(rest, id, reply, message, [elsewhere]);
      return;
    } catch (error) {
      log.debug({ job: id, tries, err: error }, "the waiting message could not be noted");
      await delay(noting.pauseMs);
    }
  }
}
