import type { Component } from "../command.ts";
import { presetsPage } from "../presets-view.ts";

/** ◀ ▶ below the presets. */
export default {
  updates: true,
  async press(interaction, { id: page }, answer, context) {
    await answer.replace(await presetsPage(interaction, Number(page) || 1, context));
  },
} satisfies Component;
