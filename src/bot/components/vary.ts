import { randomInt } from "node:crypto";
import { UserError } from "../../errors.ts";
import { ofPicture } from "../../generation/expand.ts";
import { isDrawing } from "../../generation/work.ts";
import type { Component } from "../command.ts";
import { originOf } from "../origin.ts";
import { pictureOn, recall, valuesIn } from "../recall.ts";
import { redraw } from "../redraw.ts";
import { submit } from "../submit.ts";

/** How much of the other noise is mixed in: a sister of the picture, or a cousin. */
const strengths = { subtle: 0.15, strong: 0.5 };
const seeds = 2 ** 32 - 100;

/** 🔀: variations of one picture, as many as its job had. */
export default {
  async press(interaction, { id, args: [number = "1", strength = "subtle"] }, answer, context) {
    const recalled = await recall(interaction.message, id, context);
    const { work } = recalled;
    if (!isDrawing(work)) throw new UserError((text) => text.refused.notDrawn);
    const which = Number(number);
    // What the picture itself says of its seed is right whatever became of the rest.
    const seed =
      recalled.seeds[which - 1] ??
      (await valuesIn(pictureOn(interaction.message, which), context))?.seed ??
      work.seed + which - 1;
    const draft = redraw(ofPicture(work, which - 1));
    const values = {
      ...draft.values,
      seed,
      subseed: randomInt(seeds),
      subseed_strength: strengths[strength === "strong" ? "strong" : "subtle"],
    };
    const from = originOf(interaction, recalled);
    await submit(interaction, { ...draft, values, from }, answer, context);
  },
} satisfies Component;
