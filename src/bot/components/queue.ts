import type { Component } from "../command.ts";
import { queuePage } from "../queue.ts";

/** ◀ ▶ below the queue; where the id of a job stands elsewhere, there is the page. */
export default {
  updates: true,
  async press(interaction, { id: page }, answer, context) {
    await answer.replace(await queuePage(interaction, Number(page) || 1, context));
  },
} satisfies Component;
