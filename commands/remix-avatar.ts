import {
  type APIUserApplicationCommandInteraction,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { readAsker } from "../src/bot/asker.ts";
import type { Command } from "../src/bot/command.ts";
import { openRemix } from "../src/bot/remix.ts";
import { avatarOf } from "../src/discord/avatar.ts";

export default {
  opensDialog: true,
  data: ({ menus }) => ({ type: ApplicationCommandType.User, name: menus.remixAvatar }),
  async execute(interaction: APIUserApplicationCommandInteraction, answer, context) {
    const url = avatarOf(interaction, context.cdnOrigin);
    const draft = { values: {}, picture: { url, spoiler: false } };
    await openRemix(interaction.id, draft, readAsker(interaction), answer, context);
  },
} satisfies Command;
