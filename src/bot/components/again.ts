import { UserError } from "../../errors.ts";
import type { Component } from "../command.ts";
import { orAway } from "../away.ts";
import type { Draft } from "../make-work.ts";
import { submit } from "../submit.ts";
import { isDrawing, type Work } from "../../generation/work.ts";

/** 🎲: the same again with a new seed, drawn for whoever presses. */
export default {
  async press(interaction, { id }, answer, context) {
    const known = await orAway(() => context.records.get(id));
    if (known === undefined) throw new UserError((text) => text.refused.forgotten);
    await submit(interaction, againOf(known.request), answer, context);
  },
} satisfies Component;

/** What has no seed is done once more as it was. */
function againOf(work: Work): Draft {
  if (isDrawing(work)) {
    const { seed: _, image, ...values } = work;
    return { values, image };
  }
  const { task, image, ...values } = work;
  return { task, values, image };
}
