import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { toCustomId } from "../../discord/custom-id.ts";
import { textMessage } from "../../discord/message.ts";
import type { Outgoing } from "../../discord/outgoing.ts";
import { UserError } from "../../errors.ts";
import { whereNamed } from "../../generation/fitting-layers.ts";
import { unheeded, without } from "../../generation/unheeded.ts";
import { isDrawing } from "../../generation/work.ts";
import type { Text } from "../../text/en.ts";
import { textFor } from "../../text/text.ts";
import { readAsker } from "../asker.ts";
import { orAway } from "../away.ts";
import { type View, views, widened } from "../canvas.ts";
import type { Component } from "../command.ts";
import { hidePrivate } from "../hide-private.ts";
import { keptDraft } from "../kept.ts";
import { originOf } from "../origin.ts";
import { keepPicture } from "../picture.ts";
import { fetchOf, pictureOn, recall } from "../recall.ts";
import { sameStyle } from "../redraw.ts";
import { submit } from "../submit.ts";

/** 🔍: first offers the ways to look further, then draws what is seen there. */
export default {
  async press(interaction, { id, args: [number = "1", view, hash] }, answer, context) {
    if (isView(view) && hash !== undefined) {
      const { values: style, from } = await keptDraft(id, interaction, context);
      const bytes = await orAway(() => context.inputs.get(hash));
      if (bytes === undefined) throw new UserError((text) => text.refused.sourceForgotten);
      await hidePrivate(interaction, { values: style }, answer, context);
      const canvas = await widened(bytes, view, context);
      // Nobody chose these: where they are not heeded, that needs no word.
      const how = without(canvas, unheeded(canvas, whereNamed(style, context.webuis.catalogs())));
      const values = { ...style, ...how };
      await submit(interaction, { complete: true, values, from }, answer, context);
      return;
    }
    answer.hide();
    const picture = pictureOn(interaction.message, Number(number));
    const meant = { number: Number(number) };
    const recalled = await recall(interaction.message, id, interaction, context, meant);
    const { work } = recalled;
    if (!isDrawing(work)) throw new UserError((text) => text.refused.notDrawn);
    const { hash: seen } = await keepPicture(await fetchOf(picture, context), context);
    const { userId, locale } = readAsker(interaction);
    // The panel is another message, from which nothing could be read back.
    const from = originOf(interaction, recalled);
    const style = { values: sameStyle(work, Number(number)), from };
    await orAway(() => context.drafts.put(interaction.id, userId, style));
    await answer.say(panel(textFor(locale), interaction.id, number, seen));
  },
} satisfies Component;

const isView = (view: string | undefined): view is View => views.some((each) => each === view);

function panel(text: Text, id: string, number: string, hash: string): Outgoing {
  const buttons = views.map((view) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: text.views[view],
    custom_id: toCustomId("zoom", id, number, view, hash),
  }));
  const row = (components: object[]) => ({ type: ComponentType.ActionRow, components });
  return textMessage(
    [`**${text.views.title}**`],
    [row(buttons.slice(0, 3)), row(buttons.slice(3))],
  );
}
