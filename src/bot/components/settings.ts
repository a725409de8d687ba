import { settingsViews } from "../../discord/settings.ts";
import type { Component } from "../command.ts";
import { settingsPage } from "../settings-view.ts";

/** ◀ ▶ below the settings. */
export default {
  updates: true,
  async press(interaction, { id, args: [page] }, answer, context) {
    const view = settingsViews.find((each) => each === id) ?? "all";
    await answer.replace(
      await settingsPage(interaction, { view, page: Number(page) || 1 }, context),
    );
  },
} satisfies Component;
