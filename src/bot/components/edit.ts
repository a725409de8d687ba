import { toCustomId } from "../../discord/custom-id.ts";
import { readDialog, toDialog } from "../../discord/dialog.ts";
import { code } from "../../discord/markdown.ts";
import { UserError } from "../../errors.ts";
import { namesOn } from "../../generation/parameters.ts";
import type { GenerationRequest, Values } from "../../generation/request.ts";
import { isDrawing } from "../../generation/work.ts";
import type { Text } from "../../text/en.ts";
import { textFor } from "../../text/text.ts";
import { readAsker } from "../asker.ts";
import type { Component } from "../command.ts";
import { toDraft } from "../draft.ts";
import { originOf } from "../origin.ts";
import { recall, type Recalled } from "../recall.ts";
import { redraw } from "../redraw.ts";
import { submit } from "../submit.ts";

/** 🖋: a dialog with what it was made with; what comes back is checked like a command. */
export default {
  opensDialog: true,
  async press(interaction, { id }, answer, context) {
    const { work } = drawingOf(await recall(interaction.message, id, context));
    const text = textFor(readAsker(interaction).locale);
    await answer.dialog(toDialog(toCustomId("edit", id), work, text));
  },
  async submit(interaction, { id }, answer, context) {
    if (interaction.message === undefined) throw new UserError((text) => text.refused.forgotten);
    const recalled = await recall(interaction.message, id, context);
    const { values, unknown } = readDialog(interaction);
    const draft = redraw(recalled.work);
    const kept = untyped(drawingOf(recalled).work);
    const typed = toDraft({ values, attached: {} });
    const remarks = [
      ...(typed.remarks ?? []),
      ...(unknown.length === 0 ? [] : [(words: Text) => words.remarks.notFlags(unknown.map(code))]),
    ];
    const from = originOf({ ...interaction, message: interaction.message }, recalled);
    const edited = { ...draft, values: { ...kept, ...typed.values }, remarks, from };
    await submit(interaction, edited, answer, context);
  },
} satisfies Component;

function drawingOf({ work }: Recalled): { work: GenerationRequest } {
  if (!isDrawing(work)) throw new UserError((text) => text.refused.notDrawn);
  return { work };
}

/** What no field of the dialog shows stays as it is: a mask, a control picture. */
function untyped(work: GenerationRequest): Values {
  const typed = new Set([...namesOn("draw"), "prompts", "negative_prompts"]);
  const others = Object.entries(work).filter(([name]) => !typed.has(name as never));
  return Object.fromEntries(others);
}
