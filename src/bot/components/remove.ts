import { setTimeout as delay } from "node:timers/promises";
import { UserError } from "../../errors.ts";
import { textMessage } from "../../discord/message.ts";
import { plain } from "../../discord/markdown.ts";
import { removePages } from "../../discord/posts.ts";
import { textFor } from "../../text/text.ts";
import { isModerator, readAsker } from "../asker.ts";
import { orAway } from "../away.ts";
import type { Component } from "../command.ts";
import { forgetResult, isResult } from "../remove-result.ts";

/** One edit takes less, or is not waited for. Milliseconds. */
const editMs = 1_000;

/** ❌: cancels what waits or is being drawn, removes what is posted. For its author, and moderators. */
export default {
  updates: true,
  async press(interaction, { id, args: [owner] }, answer, context) {
    const { rest, records, producer, line, log } = context;
    const asker = readAsker(interaction);
    const known = await orAway(() => records.get(id));
    // What is forgotten after a month still says whose it is.
    if ((known?.userId ?? owner) !== asker.userId && !isModerator(interaction)) {
      throw new UserError((text) =>
        known === undefined ? text.refused.forgotten : text.refused.notYours(plain(known.userName)),
      );
    }
    const ending = await orAway(() => records.end(id, "cancelled"));
    const notes = await orAway(() => records.notes(id));
    const { message } = interaction;
    const posted = notes["posted"] !== undefined || known === undefined || isResult(message);
    if (posted) {
      await forgetResult(id, known?.userId ?? owner, context);
      await answer.remove();
      await removePages(rest, message, notes);
      log.info({ job: id, by: asker.userId }, "result removed");
      return;
    }
    if (ending !== "cancelled") throw new UserError((text) => text.refused.alreadyDrawn);
    await orAway(async () => {
      await producer.remove("generate", id);
      await line.leave(id);
      await context.signals.cancel(id);
    });
    // Who is just saying how far it is must not speak last.
    await Promise.race([context.edits.untilFree(id), delay(editMs, undefined, { ref: false })]);
    const text = textFor(asker.locale);
    await answer.replace(textMessage([text.waiting.cancelled(plain(asker.userName))]));
    log.info({ job: id, by: asker.userId }, "job cancelled");
  },
} satisfies Component;
