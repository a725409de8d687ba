import {
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandType,
} from "discord-api-types/v10";
import type { Command } from "../src/bot/command.ts";
import { takeFrom } from "../src/bot/take.ts";

export default {
  data: ({ menus }) => ({ type: ApplicationCommandType.Message, name: menus.upscale }),
  isOffered: ({ catalogs }) => catalogs.some(({ can }) => can.includes("upscale")),
  async execute(interaction: APIMessageApplicationCommandInteraction, answer, context) {
    await takeFrom("upscale", interaction, answer, context);
  },
} satisfies Command;
