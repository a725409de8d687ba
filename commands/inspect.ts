import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { readAsker, textForAsker } from "../src/bot/asker.ts";
import { orAway } from "../src/bot/away.ts";
import type { Command } from "../src/bot/command.ts";
import { inspectBytes } from "../src/bot/inspect.ts";
import { fetchAttached } from "../src/bot/picture.ts";
import { inspectionMessage } from "../src/discord/inspection.ts";
import { readOptions } from "../src/discord/options.ts";
import { UserError } from "../src/errors.ts";
import { asPrompts } from "../src/generation/expand.ts";

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "inspect",
    description: text.commands.inspect.about,
    options: [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: "image",
        description: text.commands.inspect.image,
        required: true,
      },
    ],
  }),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    answer.hide();
    const { image } = readOptions(interaction).attached;
    if (image === undefined) throw new UserError((text) => text.refused.noPicture);
    const inspected = inspectBytes(await fetchAttached(image, context));
    const { id } = interaction;
    if (inspected !== undefined) {
      await orAway(() =>
        context.drafts.put(id, readAsker(interaction).userId, {
          values: asPrompts(inspected.values),
        }),
      );
    }
    const text = textForAsker(interaction);
    await answer.say(inspectionMessage(text, id, inspected, { picture: 1, pictures: 1 }));
  },
} satisfies Command;
