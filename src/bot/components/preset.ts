import type { APIMessage } from "discord-api-types/v10";
import { toCustomId } from "../../discord/custom-id.ts";
import { textMessage } from "../../discord/message.ts";
import { readPresetDialog, toPresetDialog } from "../../discord/presets.ts";
import { customIdsOf } from "../../discord/shown.ts";
import { UserError } from "../../errors.ts";
import { isManager, textForAsker } from "../asker.ts";
import type { Component } from "../command.ts";
import { keptDraft } from "../kept.ts";
import { savePreset } from "../preset-save.ts";

/** 💾 below 📋: a dialog that asks for a name, then what the result was drawn with is saved under it. */
export default {
  opensDialog: true,
  async press(interaction, { id }, answer) {
    requireButton(interaction.message, id);
    const forServer = interaction.guild_id !== undefined && isManager(interaction);
    const text = textForAsker(interaction);
    await answer.dialog(toPresetDialog(toCustomId("preset", id), { forServer }, text));
  },
  async submit(interaction, { id }, answer, context) {
    answer.hide();
    requireButton(interaction.message, id);
    const { values } = await keptDraft(id, interaction, context);
    const saving = { ...readPresetDialog(interaction), values };
    await answer.say(textMessage(await savePreset(interaction, saving, context)));
  },
} satisfies Component;

/** Somebody may have made up the id of what others alone were told. */
function requireButton(message: APIMessage | undefined, id: string): void {
  const stands =
    message !== undefined &&
    customIdsOf(message).some((each) => each.action === "preset" && each.id === id);
  if (!stands) throw new UserError((text) => text.refused.forgotten);
}
