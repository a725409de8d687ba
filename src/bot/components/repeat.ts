import { keepFitting } from "../../generation/keep-fitting.ts";
import { keepKnown } from "../../generation/keep-known.ts";
import type { Component } from "../command.ts";
import { repeatable } from "../kept.ts";
import { notHere, notThere } from "../not-here.ts";
import { submit } from "../submit.ts";

/** 🔁 "Draw this again": the very same values, its seed among them, but for what only other places have. */
export default {
  async press(interaction, { id }, answer, context) {
    const draft = await repeatable(id, interaction, context);
    const catalogs = context.webuis.catalogs();
    const { values: known, unknown } = keepKnown(draft.values, catalogs);
    const { values, apart } = keepFitting(known, { values: {}, pieces: [] }, catalogs);
    const remarks = [...(draft.remarks ?? []), ...notHere(unknown), ...notThere(apart)];
    await submit(interaction, { ...draft, complete: true, values, remarks }, answer, context);
  },
} satisfies Component;
