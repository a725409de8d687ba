import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandType,
} from "discord-api-types/v10";
import type { Command } from "../src/bot/command.ts";
import { toDraft } from "../src/bot/draft.ts";
import { submit } from "../src/bot/submit.ts";
import { readOptions, toOptions } from "../src/discord/options.ts";
import { namesOn } from "../src/generation/parameters.ts";

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "draw",
    description: text.commands.draw.about,
    options: toOptions(namesOn("draw"), ["prompt"], text),
  }),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    await submit(interaction, toDraft(readOptions(interaction)), answer, context);
  },
} satisfies Command;
