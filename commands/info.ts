import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from "discord-api-types/v10";
import type { Command } from "../src/bot/command.ts";
import { infoPage } from "../src/bot/info.ts";
import { infoLists, readSearch } from "../src/discord/info.ts";

const type = ApplicationCommandOptionType.String;

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "info",
    description: text.commands.info.about,
    options: [
      {
        type,
        name: "list",
        description: text.commands.info.list,
        choices: infoLists.map((list) => ({ name: text.info.lists[list], value: list })),
      },
      { type, name: "search", description: text.commands.info.search, max_length: 100 },
    ],
  }),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    answer.hide();
    const { options = [] } = interaction.data;
    const typed = (wanted: string) => {
      const option = options.find(({ name }) => name === wanted);
      return option !== undefined && "value" in option ? String(option.value) : "";
    };
    const list = infoLists.find((each) => each === typed("list"));
    const view = { list, search: readSearch(typed("search")), page: 1 };
    await answer.say(await infoPage(interaction, view, context));
  },
} satisfies Command;
