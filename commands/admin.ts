import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { completeAdmin } from "../src/bot/admin/complete.ts";
import { runAdmin } from "../src/bot/admin/run.ts";
import type { Command } from "../src/bot/command.ts";
import { requireOwner } from "../src/bot/owners.ts";
import { adminOptions } from "../src/discord/admin-options.ts";

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "admin",
    description: text.admin.command.about,
    // Out of members' way; who really may use it, the handler knows.
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: adminOptions(text),
  }),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    answer.hide();
    await requireOwner(interaction, context);
    await answer.say(await runAdmin(interaction, context));
  },
  complete: completeAdmin,
} satisfies Command;
