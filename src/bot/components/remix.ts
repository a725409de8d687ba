import { UserError } from "../../errors.ts";
import { readAsker } from "../asker.ts";
import type { Component } from "../command.ts";
import { editedDraft } from "../edited.ts";
import { fromKept, keptDraft } from "../kept.ts";
import { openRemix, remixOf } from "../remix.ts";
import { submit } from "../submit.ts";

/** 🖋 in a private answer, or the choice of a picture there: a dialog with what is kept of it. */
export default {
  opensDialog: true,
  async press(interaction, { id, args: [number] }, answer, context) {
    const kept = await keptDraft(id, interaction, context);
    const asker = readAsker(interaction);
    if (number === undefined) return openRemix(id, kept, asker, answer, context);
    const picture = kept.pictures?.[Number(number) - 1];
    if (picture === undefined) throw new UserError((text) => text.refused.attachmentGone);
    // Under an id of its own: the choice can be made again.
    const draft = await remixOf(picture, kept.from, context);
    return openRemix(interaction.id, draft, asker, answer, context);
  },
  async submit(interaction, { id }, answer, context) {
    const kept = await keptDraft(id, interaction, context);
    const draft = await fromKept(kept, context);
    const complete = kept.values.prompt === undefined ? {} : { complete: true as const };
    const edited = editedDraft(draft, interaction);
    await submit(interaction, { ...edited, ...complete }, answer, context);
  },
} satisfies Component;
