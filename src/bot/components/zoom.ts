import { ButtonStyle, ComponentType } from "discord.js";
import { toCustomId } from "../../discord/custom-id.ts";
import { textMessage } from "../../discord/message.ts";
import type { Outgoing } from "../../discord/outgoing.ts";
import { UserError } from "../../errors.ts";
import { ofPicture } from "../../generation/expand.ts";
import { isDrawing } from "../../generation/work.ts";
import type { Text } from "../../text/en.ts";
import { textFor } from "../../text/text.ts";
import { readAsker } from "../asker.ts";
import { orAway } from "../away.ts";
import { type View, views, widened } from "../canvas.ts";
import type { Component, Context } from "../command.ts";
import { originOf } from "../origin.ts";
import { keepPicture } from "../picture.ts";
import { fetchOf, pictureOn, recall, type Recalled } from "../recall.ts";
import { submit } from "../submit.ts";

/** 🔍: first offers the ways to look further, then draws what is seen there. */
export default {
  async press(interaction, { id, args: [number = "1", view, hash] }, answer, context) {
    if (isView(view) && hash !== undefined) {
      const recalled = await recall(interaction.message, id, context);
      const bytes = await orAway(() => context.inputs.get(hash));
      if (bytes === undefined) throw new UserError((text) => text.refused.sourceForgotten);
      const values = {
        ...sameWords(recalled, Number(number)),
        ...(await widened(bytes, view, context)),
      };
      const from = originOf(interaction, recalled);
      await submit(
        interaction,
        { complete: true, values, ...(from === undefined ? {} : { from }) },
        answer,
        context,
      );
      return;
    }
    answer.hide();
    const picture = pictureOn(interaction.message, Number(number));
    const recalled = await recall(interaction.message, id, context);
    const kept = await keepPicture(await fetchOf(picture, context), context);
    await remember(id, recalled, context);
    const text = textFor(readAsker(interaction).locale);
    await answer.say(panel(text, id, number, kept.hash));
  },
} satisfies Component;

const isView = (view: string | undefined): view is View => views.some((each) => each === view);

/** The panel is another message, from which nothing could be read back. */
async function remember(id: string, { work, userId, userName }: Recalled, { records }: Context) {
  await orAway(() =>
    records.put(id, { request: work, userId: userId ?? "", userName: userName ?? "" }),
  );
}

/** What belongs to the picture it was before goes: its size, its source, its second pass. */
function sameWords({ work }: Recalled, number: number) {
  if (!isDrawing(work)) throw new UserError((text) => text.refused.notDrawn);
  const own = ofPicture(work, number - 1);
  const { image: _i, mask: _m, control: _c, subseed: _s, subseed_strength: _t, ...words } = own;
  const { seed: _seed, aspect_ratio: _ratio, hr_upscaler: _u, hr_scale: _h, ...values } = words;
  return values;
}

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
