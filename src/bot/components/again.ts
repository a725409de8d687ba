import { UserError } from "../../errors.ts";
import type { Component } from "../command.ts";
import { orAway } from "../away.ts";
import { submit } from "../submit.ts";

/** 🎲: the same again with a new seed, drawn for whoever presses. */
export default {
  async press(interaction, id, answer, context) {
    const known = await orAway(() => context.records.get(id));
    if (known === undefined) throw new UserError((text) => text.refused.forgotten);
    const { seed: _seed, image, ...values } = known.request;
    await submit(interaction, { values, image }, answer, context);
  },
} satisfies Component;
