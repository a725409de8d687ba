import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { changeModel } from "../src/bot/change-models.ts";
import type { Command } from "../src/bot/command.ts";
import { completeModel } from "../src/bot/complete-model.ts";
import { modelPage, modelsPage } from "../src/bot/models.ts";
import { modelIn, readModels } from "../src/bot/read-models.ts";
import { readSearch } from "../src/discord/info.ts";
import { modelsOptions } from "../src/discord/models-options.ts";
import { readSubcommand, typedIn } from "../src/discord/subcommand.ts";

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "models",
    description: text.models.command.about,
    options: modelsOptions(text),
  }),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    answer.hide();
    const asked = readSubcommand(interaction);
    if (asked.path === "info") {
      const models = await readModels(interaction, context);
      const model = modelIn(models.all, typedIn(asked, "model") ?? "");
      return void (await answer.say(modelPage(interaction, model, models, context)));
    }
    const changed = await changeModel({ interaction, asked, context });
    const view = { search: readSearch(typedIn(asked, "search") ?? ""), page: 1 };
    await answer.say(changed ?? (await modelsPage(interaction, view, context)));
  },
  completes: ["model"],
  complete: completeModel,
} satisfies Command;
