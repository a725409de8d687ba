import { isPrivate } from "../../discord/shown.ts";
import type { Component } from "../command.ts";
import { originOf } from "../origin.ts";
import { recall, requireSource } from "../recall.ts";
import { redraw } from "../redraw.ts";
import { submit } from "../submit.ts";

/** 🎲: the same again with a new seed, drawn for whoever presses. */
export default {
  async press(interaction, { id }, answer, context) {
    // What comes of a private result is private, too, and reading it back may take a while.
    if (isPrivate(interaction.message)) answer.hide();
    const recalled = requireSource(await recall(interaction.message, id, interaction, context));
    const { values, ...draft } = redraw(recalled.work);
    const { seed: _seed, subseed: _subseed, subseed_strength: _strength, ...same } = values;
    const from = originOf(interaction, recalled);
    await submit(interaction, { ...draft, values: same, from }, answer, context);
  },
} satisfies Component;
