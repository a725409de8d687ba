import { textOf } from "../../discord/shown.ts";
import { unplain } from "../../discord/markdown.ts";
import { UserError } from "../../errors.ts";
import { authorOf } from "../author.ts";
import { readAsker } from "../asker.ts";
import { orAway } from "../away.ts";
import { mayKnow } from "../may-know.ts";
import type { Component } from "../command.ts";
import { fromKept } from "../kept.ts";
import { originOf } from "../origin.ts";
import { submit } from "../submit.ts";

/** 🎨: draws from the words of a description, or from those that were written for somebody. */
export default {
  async press(interaction, { id }, answer, context) {
    const kept = await orAway(() => context.drafts.get(id, readAsker(interaction).userId));
    if (kept !== undefined) {
      await submit(interaction, await fromKept(kept, context), answer, context);
      return;
    }
    const [known, notes] = await orAway(() =>
      Promise.all([context.records.get(id), context.records.notes(id)]),
    );
    if (known !== undefined && !mayKnow(known, interaction))
      throw new UserError((text) => text.refused.forgotten);
    const shown = /^\*\*(.+)\*\*$/m.exec(textOf(interaction.message))?.[1];
    const prompt = notes["caption"] ?? (shown === undefined ? undefined : unplain(shown));
    if (prompt === undefined) throw new UserError((text) => text.refused.forgotten);
    const from = originOf(interaction, authorOf(interaction.message, known));
    await submit(interaction, { values: { prompt }, from }, answer, context);
  },
} satisfies Component;
