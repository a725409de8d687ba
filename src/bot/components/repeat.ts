import { keepKnown } from "../../generation/keep-known.ts";
import type { Component } from "../command.ts";
import { repeatable } from "../kept.ts";
import { notHere } from "../not-here.ts";
import { submit } from "../submit.ts";

/** 🎲 "Draw this again": the very same values, its seed among them, but for what only other places have. */
export default {
  async press(interaction, { id }, answer, context) {
    const draft = await repeatable(id, context);
    const { values, unknown } = keepKnown(draft.values, context.webuis.catalogs());
    const remarks = [...(draft.remarks ?? []), ...notHere(unknown)];
    await submit(interaction, { ...draft, complete: true, values, remarks }, answer, context);
  },
} satisfies Component;
