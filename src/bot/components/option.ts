import { UserError } from "../../errors.ts";
import { takeBack } from "../admin/options.ts";
import { textForAsker } from "../asker.ts";
import { orAway } from "../away.ts";
import type { Component } from "../command.ts";
import { requireOwner } from "../owners.ts";

/** The way back from a webui's setting that was changed. */
export default {
  async press(interaction, { id }, answer, context) {
    answer.hide();
    await requireOwner(interaction, context);
    const change = await orAway(() => context.optionChanges.get(id));
    if (change === undefined) throw new UserError((text) => text.refused.forgotten);
    await answer.say(await takeBack(change, textForAsker(interaction), context));
  },
} satisfies Component;
