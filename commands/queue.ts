import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { textForAsker } from "../src/bot/asker.ts";
import type { Command } from "../src/bot/command.ts";
import { pausingActions, setPaused } from "../src/bot/pausing.ts";
import { clearQueue, queuePage } from "../src/bot/queue.ts";
import { textMessage } from "../src/discord/message.ts";
import { readSubcommand, typedIn } from "../src/discord/subcommand.ts";

const actions = ["clear", ...pausingActions] as const;

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
        choices: actions.map((value) => ({ name: text.commands.queue[value], value })),
      },
    ],
  }),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    answer.hide();
    const typed = typedIn(readSubcommand(interaction), "action");
    const action = actions.find((each) => each === typed);
    if (action === undefined) {
      await answer.say(await queuePage(interaction, 1, context));
      return;
    }
    if (action === "clear") {
      const count = await clearQueue(interaction, context);
      await answer.say(textMessage([textForAsker(interaction).queue.cleared(count)]));
      return;
    }
    await answer.say(textMessage([await setPaused(interaction, action, context)]));
  },
} satisfies Command;
