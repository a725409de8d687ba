import type { Component } from "../command.ts";
import { repeatable } from "../kept.ts";
import { submit } from "../submit.ts";

/** 🎲 "Draw this again": the very same values, its seed among them. */
export default {
  async press(interaction, { id }, answer, context) {
    await submit(interaction, await repeatable(id, context), answer, context);
  },
} satisfies Component;
