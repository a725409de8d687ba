import { readControlDialog, toControlDialog } from "../../discord/control-dialog.ts";
import { toCustomId } from "../../discord/custom-id.ts";
import { isPrivate } from "../../discord/shown.ts";
import { UserError } from "../../errors.ts";
import { listOf } from "../../generation/catalog.ts";
import { isDrawing } from "../../generation/work.ts";
import { textFor } from "../../text/text.ts";
import { readAsker } from "../asker.ts";
import type { Component } from "../command.ts";
import { originOf } from "../origin.ts";
import { recall, requireSource } from "../recall.ts";
import { redraw } from "../redraw.ts";
import { submit } from "../submit.ts";

/** 🎛: one more picture whose structure is kept, beside those that the result has already. */
export default {
  opensDialog: true,
  async press(interaction, { id }, answer, context) {
    const types = listOf(context.webuis.catalogs(), "controlTypes");
    if (types.length === 0) throw new UserError((text) => text.refused.noControl);
    const text = textFor(readAsker(interaction).locale);
    await answer.dialog(toControlDialog(toCustomId("control", id), types, text));
  },
  async submit(interaction, { id }, answer, context) {
    const { message } = interaction;
    if (message === undefined) throw new UserError((text) => text.refused.forgotten);
    // What comes of a private result is private, too, and reading it back may take a while.
    if (isPrivate(message)) answer.hide();
    const recalled = requireSource(await recall(message, id, interaction, context));
    if (!isDrawing(recalled.work)) throw new UserError((text) => text.refused.notDrawn);
    const { values: unit, image } = readControlDialog(interaction);
    const { values, ...draft } = redraw(recalled.work);
    const from = originOf({ ...interaction, message }, recalled);
    const more = { ...draft, values: { ...values, ...unit }, controlImage: image, from };
    await submit(interaction, more, answer, context);
  },
} satisfies Component;
