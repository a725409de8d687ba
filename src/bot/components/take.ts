import type { Component } from "../command.ts";
import { keptDraft } from "../kept.ts";
import { takePictureOf } from "../take.ts";

/** Which of several pictures is enlarged, or described. */
export default {
  async press(interaction, { id, args: [number = "1", task] }, answer, context) {
    const kept = await keptDraft(id, interaction, context);
    const taking = task === "describe" ? "describe" : "upscale";
    await takePictureOf(taking, kept, Number(number), interaction, answer, context);
  },
} satisfies Component;
