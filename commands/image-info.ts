import {
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { readAsker, textForAsker } from "../src/bot/asker.ts";
import { orAway } from "../src/bot/away.ts";
import type { Command } from "../src/bot/command.ts";
import { inspectPicture } from "../src/bot/inspect.ts";
import { readTarget } from "../src/bot/target.ts";
import { inspectionMessage } from "../src/discord/inspection.ts";

export default {
  data: ({ menus }) => ({ type: ApplicationCommandType.Message, name: menus.inspect }),
  async execute(interaction: APIMessageApplicationCommandInteraction, answer, context) {
    answer.hide();
    const { id } = interaction;
    const { pictures, job, from } = await readTarget(interaction, context);
    const { inspected, draft } = await inspectPicture(
      { values: {}, pictures, job, from },
      1,
      context,
    );
    await orAway(() => context.drafts.put(id, readAsker(interaction).userId, draft));
    const text = textForAsker(interaction);
    const place = { picture: 1, pictures: pictures.length };
    await answer.say(inspectionMessage(text, id, inspected, place));
  },
} satisfies Command;
