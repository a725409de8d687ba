import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandType,
} from "discord-api-types/v10";
import type { Command } from "../src/bot/command.ts";
import { submit } from "../src/bot/submit.ts";
import { readOptions, toOptions } from "../src/discord/options.ts";
import { namesOn } from "../src/generation/parameters.ts";

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "describe",
    description: text.commands.describe.about,
    options: toOptions(namesOn("describe"), ["image"], text),
  }),
  isOffered: ({ catalogs }) =>
    catalogs.some(({ can }) => can.includes("caption") || can.includes("tags")),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    const { values, attached } = readOptions(interaction);
    await submit(interaction, { task: "describe", values, image: attached.image }, answer, context);
  },
} satisfies Command;
