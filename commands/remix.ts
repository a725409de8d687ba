import {
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { readAsker, textForAsker } from "../src/bot/asker.ts";
import { orAway } from "../src/bot/away.ts";
import type { Command } from "../src/bot/command.ts";
import { openRemix, recordedRemix, remixOf } from "../src/bot/remix.ts";
import { readTarget } from "../src/bot/target.ts";
import { chooseMessage } from "../src/discord/choose.ts";

export default {
  opensDialog: true,
  data: ({ menus }) => ({ type: ApplicationCommandType.Message, name: menus.remix }),
  async execute(interaction: APIMessageApplicationCommandInteraction, answer, context) {
    const { id } = interaction;
    const asker = readAsker(interaction);
    const target = await readTarget(interaction, context);
    const { pictures, from } = target;
    const [first, ...others] = pictures;
    const recorded = await recordedRemix(target, context);
    if (recorded !== undefined) return openRemix(id, recorded, asker, answer, context);
    if (first !== undefined && others.length === 0) {
      return openRemix(id, await remixOf(first, from, context), asker, answer, context);
    }
    await orAway(() =>
      context.drafts.put(id, readAsker(interaction).userId, { values: {}, pictures, from }),
    );
    const text = textForAsker(interaction);
    await answer.whisper(chooseMessage(text, "remix", id, pictures.length));
  },
} satisfies Command;
