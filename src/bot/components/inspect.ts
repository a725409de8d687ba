import { inspectionMessage } from "../../discord/inspection.ts";
import { readAsker, textForAsker } from "../asker.ts";
import { orAway } from "../away.ts";
import type { Component } from "../command.ts";
import { inspectPicture } from "../inspect.ts";
import { keptDraft } from "../kept.ts";

/** Another picture of the message that is looked at. */
export default {
  updates: true,
  async press(interaction, { id, args: [number = "1"] }, answer, context) {
    const text = textForAsker(interaction);
    const kept = await keptDraft(id, interaction, context);
    const at = Number(number);
    const { inspected, draft } = await inspectPicture(kept, at, context);
    await orAway(() => context.drafts.put(id, readAsker(interaction).userId, draft));
    const pictures = draft.pictures?.length ?? 1;
    await answer.replace(inspectionMessage(text, id, inspected, { picture: at, pictures }));
  },
} satisfies Component;
