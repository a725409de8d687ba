import type { Component } from "../command.ts";
import { historyPage } from "../history.ts";

/** ◀ ▶ below one's last pictures; where the id of a job stands elsewhere, there is the page. */
export default {
  updates: true,
  async press(interaction, { id: page }, answer, context) {
    await answer.replace(await historyPage(interaction, Number(page) || 1, context));
  },
} satisfies Component;
