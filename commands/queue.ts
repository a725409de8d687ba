import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from "discord.js";
import { textForAsker } from "../src/bot/asker.ts";
import type { Command } from "../src/bot/command.ts";
import { clearQueue, queuePage } from "../src/bot/queue.ts";
import { textMessage } from "../src/discord/message.ts";

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "queue",
    description: text.commands.queue.about,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "action",
        description: text.commands.queue.action,
        choices: [{ name: text.commands.queue.clear, value: "clear" }],
      },
    ],
  }),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    answer.hide();
    const [action] = interaction.data.options ?? [];
    if (action === undefined) {
      await answer.say(await queuePage(interaction, 1, context));
      return;
    }
    const count = await clearQueue(interaction, context);
    await answer.say(textMessage([textForAsker(interaction).queue.cleared(count)]));
  },
} satisfies Command;
