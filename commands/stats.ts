import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { textForAsker } from "../src/bot/asker.ts";
import type { Command } from "../src/bot/command.ts";
import { textForAll } from "../src/bot/public-language.ts";
import { rulesFor } from "../src/bot/rules.ts";
import { statsOwners, statsPage, statsPeriods } from "../src/bot/stats.ts";
import { cut } from "../src/discord/markdown.ts";
import { postability } from "../src/discord/permissions.ts";
import { UserError } from "../src/errors.ts";

const type = ApplicationCommandOptionType.String;

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "stats",
    description: text.commands.stats.about,
    options: [
      {
        type,
        name: "period",
        description: text.commands.stats.period,
        choices: statsPeriods.map((value) => ({ name: text.stats.periods[value], value })),
      },
      {
        type,
        name: "of",
        description: text.commands.stats.of,
        choices: statsOwners.map((value) => ({ name: text.stats.whose[value], value })),
      },
    ],
  }),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    const { options = [] } = interaction.data;
    const chosen = <T extends string>(wanted: string, values: readonly T[], usual: T): T => {
      const option = options.find(({ name }) => name === wanted);
      if (option === undefined) return usual;
      const value = values.find((each) => "value" in option && each === option.value);
      if (value === undefined) {
        const typed = "value" in option ? cut(String(option.value), 100).replaceAll("`", "'") : "";
        throw new UserError(({ refused, bounds }) =>
          refused.outOfBounds(wanted, typed, bounds.oneOf([...values])),
        );
      }
      return value;
    };
    const period = chosen("period", statsPeriods, "week");
    const of = chosen("of", statsOwners, interaction.guild_id === undefined ? "me" : "server");
    // One's own are nobody else's business; and where the bot may not post, they are for whoever asks alone.
    const isHidden = of === "me" || postability(interaction).missing.length > 0;
    if (isHidden) answer.hide();
    const text = isHidden
      ? textForAsker(interaction)
      : textForAll(interaction, (await rulesFor(interaction, context)).situation);
    await answer.say(await statsPage(interaction, { period, of }, text, context));
  },
} satisfies Command;
