import { ApplicationCommandType } from "discord-api-types/v10";
import { historyPage } from "../src/bot/history.ts";
import type { Command } from "../src/bot/command.ts";

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "history",
    description: text.commands.history.about,
  }),
  async execute(interaction, answer, context) {
    answer.hide();
    await answer.say(await historyPage(interaction, 1, context));
  },
} satisfies Command;
