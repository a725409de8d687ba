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
    name: "control",
    description: text.commands.control.about,
    options: toOptions(namesOn("control"), ["image", "prompt", "type"], text),
  }),
  isOffered: ({ catalogs }) => catalogs.some(({ lists }) => lists.controlTypes.length > 0),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    const { image, ...draft } = toDraft(readOptions(interaction), "control");
    await submit(interaction, { ...draft, controlImage: image }, answer, context);
  },
} satisfies Command;
