import { randomInt } from "node:crypto";
import { isPrivate } from "../../discord/shown.ts";
import { UserError } from "../../errors.ts";
import { ofPicture } from "../../generation/expand.ts";
import { whereNamed } from "../../generation/fitting-layers.ts";
import type { GenerationRequest } from "../../generation/request.ts";
import { unheeded } from "../../generation/unheeded.ts";
import { isDrawing } from "../../generation/work.ts";
import type { Component } from "../command.ts";
import { hidePrivate } from "../hide-private.ts";
import type { Draft } from "../make-work.ts";
import { originOf } from "../origin.ts";
import { keepPicture } from "../picture.ts";
import { fetchOf, pictureOn, recall, valuesIn } from "../recall.ts";
import { redraw, sameStyle } from "../redraw.ts";
import { submit } from "../submit.ts";

/** A sister of the picture, or a cousin: how much of another noise is mixed in, and how much a redrawing may change. */
const strengths = {
  subtle: { subseed_strength: 0.15, denoising_strength: 0.35 },
  strong: { subseed_strength: 0.5, denoising_strength: 0.65 },
};
type Strength = (typeof strengths)["subtle"];
const seeds = 2 ** 32 - 100;

/** 🔀: variations of one picture, as many as its job had. */
export default {
  async press(interaction, { id, args: [number = "1", strength = "subtle"] }, answer, context) {
    // What comes of a private result is private, too, and reading it back may take a while.
    if (isPrivate(interaction.message)) answer.hide();
    const which = Number(number);
    const meant = { number: which };
    const recalled = await recall(interaction.message, id, interaction, context, meant);
    const { work } = recalled;
    if (!isDrawing(work)) throw new UserError((text) => text.refused.notDrawn);
    const how = strengths[strength === "strong" ? "strong" : "subtle"];
    const from = originOf(interaction, recalled);
    const { subseed_strength } = how;
    const where = whereNamed(work, context.webuis.catalogs());
    // Where no webui that can draw it mixes noises, the same seed would give the same picture: it is drawn over instead.
    const isUnmixed = unheeded({ subseed_strength }, where).length > 0;
    // And a picture whose noise was mixed already could only be mixed anew, as if its parent had been pressed.
    const isMixed = (work.subseed_strength ?? 0) > 0;
    if (isUnmixed || isMixed || recalled.sourceGone) {
      const over = drawnOver(work, which, how);
      await hidePrivate(interaction, over, answer, context);
      const image = await keepPicture(
        await fetchOf(pictureOn(interaction.message, which), context),
        context,
      );
      return submit(interaction, { ...over, image, from }, answer, context);
    }
    // What the picture itself says of its seed is right whatever became of the rest.
    const seed =
      recalled.seeds[which - 1] ??
      (await valuesIn(pictureOn(interaction.message, which), context))?.seed ??
      work.seed + which - 1;
    const draft = redraw(ofPicture(work, which - 1));
    const values = { ...draft.values, seed, subseed: randomInt(seeds), subseed_strength };
    return submit(interaction, { ...draft, values, from }, answer, context);
  },
} satisfies Component;

function drawnOver(work: GenerationRequest, which: number, how: Strength): Draft {
  const { width: _, height: __, ...values } = sameStyle(work, which);
  return {
    complete: true,
    values: { ...values, denoising_strength: how.denoising_strength },
  };
}
