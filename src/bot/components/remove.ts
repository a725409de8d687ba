import { UserError } from "../../errors.ts";
import { textMessage } from "../../discord/message.ts";
import { plain } from "../../discord/markdown.ts";
import { removePages } from "../../discord/posts.ts";
import { customIdsOf } from "../../discord/shown.ts";
import { shownName } from "../../discord/shown-name.ts";
import { textFor } from "../../text/text.ts";
import { isModerator, readAsker } from "../asker.ts";
import { audit } from "../audit.ts";
import { authorOf } from "../author.ts";
import { orAway } from "../away.ts";
import { cancel } from "../cancel.ts";
import type { Component } from "../command.ts";
import { cancelListed, queuePage } from "../queue.ts";
import { forgetResult, isResult } from "../remove-result.ts";

/** ❌: cancels what waits or is being drawn, removes what is posted. For its author, and moderators. */
export default {
  updates: true,
  async press(interaction, { id, args: [, list, page] }, answer, context) {
    if (list === "list") {
      await cancelListed(interaction, id, context);
      await answer.replace(await queuePage(interaction, Number(page) || 1, context));
      return;
    }
    // A made-up id would have the rights to one job decide about the message of another.
    const stands = customIdsOf(interaction.message).some(
      (each) => each.action === "remove" && each.id === id,
    );
    if (!stands) throw new UserError((text) => text.refused.forgotten);
    const { rest, records, producer, log } = context;
    const asker = readAsker(interaction);
    const known = await orAway(() => records.get(id));
    // What is forgotten after a month still says whose it is, by the button itself and not by what was pressed.
    const author = authorOf(interaction.message, known);
    const whose = shownName(author);
    if (author.userId !== asker.userId && !isModerator(interaction)) {
      throw new UserError((text) =>
        whose === undefined ? text.refused.forgotten : text.refused.notYours(whose),
      );
    }
    const isOthers = whose !== undefined && author.userId !== asker.userId;
    const { message } = interaction;
    const notes = await orAway(() => records.notes(id));
    const posted = notes["posted"] !== undefined || known === undefined || isResult(message);
    if (posted) {
      await forgetResult(id, author.userId, context);
      await answer.remove();
      await removePages(rest, message, notes);
      if (isOthers) audit(interaction, (words) => words.audit.removed(whose), context);
      log.info({ job: id, by: asker.userId }, "result removed");
      return;
    }
    const [job] = await orAway(() => producer.read("generate", [id]));
    // Everybody reads it, so it is in the language that the message had.
    const text = textFor(job?.reply.locale ?? asker.locale);
    const said = textMessage([text.waiting.cancelled(plain(asker.userName))]);
    await cancel(id, asker, () => answer.replace(said), context);
    if (isOthers) audit(interaction, (words) => words.audit.cancelled(whose), context);
  },
} satisfies Component;
