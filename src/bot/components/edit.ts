import { toCustomId } from "../../discord/custom-id.ts";
import { toDialog } from "../../discord/dialog.ts";
import { isPrivate } from "../../discord/shown.ts";
import { UserError } from "../../errors.ts";
import type { GenerationRequest } from "../../generation/request.ts";
import { isDrawing } from "../../generation/work.ts";
import { textFor } from "../../text/text.ts";
import { readAsker } from "../asker.ts";
import type { Component } from "../command.ts";
import { editedDraft, saysPublic } from "../edited.ts";
import { originOf } from "../origin.ts";
import { dialogFetchMs, recall, type Recalled, requireSource } from "../recall.ts";
import { redraw } from "../redraw.ts";
import { submit } from "../submit.ts";

/** 🖋: a dialog with what it was made with; what comes back is checked like a command. */
export default {
  opensDialog: true,
  async press(interaction, { id }, answer, context) {
    const soon = { withinMs: dialogFetchMs };
    const work = drawingOf(await recall(interaction.message, id, interaction, context, soon));
    const text = textFor(readAsker(interaction).locale);
    await answer.dialog(toDialog(toCustomId("edit", id), work, text, text.dialog.edit));
  },
  async submit(interaction, { id }, answer, context) {
    if (interaction.message === undefined) throw new UserError((text) => text.refused.forgotten);
    // What comes of a private result is private, too, and reading it back may take a while.
    if (isPrivate(interaction.message) && !saysPublic(interaction)) answer.hide();
    const recalled = await recall(interaction.message, id, interaction, context);
    const from = originOf({ ...interaction, message: interaction.message }, recalled);
    const edited = editedDraft(redraw(drawingOf(recalled)), interaction);
    await submit(interaction, { ...edited, from }, answer, context);
  },
} satisfies Component;

function drawingOf(recalled: Recalled): GenerationRequest {
  const { work } = requireSource(recalled);
  if (!isDrawing(work)) throw new UserError((text) => text.refused.notDrawn);
  return work;
}
