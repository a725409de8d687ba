import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { requireAdmission } from "../src/bot/admission.ts";
import { readAsker, textForAsker } from "../src/bot/asker.ts";
import { orAway } from "../src/bot/away.ts";
import { createCensor } from "../src/bot/censor.ts";
import type { Command } from "../src/bot/command.ts";
import { toDraft } from "../src/bot/draft.ts";
import { readRules } from "../src/bot/rules.ts";
import { writtenMessage } from "../src/discord/written.ts";
import { UserError } from "../src/errors.ts";
import { toFlags } from "../src/generation/to-flags.ts";

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "prompt",
    description: text.commands.prompt.about,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "text",
        description: text.commands.prompt.text,
        required: true,
        max_length: 1000,
      },
    ],
  }),
  isOffered: ({ writesPrompts }) => writesPrompts,
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    answer.hide();
    const { id, data } = interaction;
    const [option] = data.options ?? [];
    const typed = option !== undefined && "value" in option ? String(option.value) : "";
    // Flags are for the drawing, not for who writes.
    const { values: drafted, remarks = [] } = toDraft({ values: { prompt: typed }, attached: {} });
    const { prompt: words, ...values } = drafted;
    const said = typeof words === "string" ? words : "";
    if (said === "") throw new UserError((text) => text.refused.noWords);
    if (context.writePrompt === undefined) throw new UserError((text) => text.refused.noWriter);
    const { situation } = await readRules(interaction, context);
    await requireAdmission(interaction, situation, context);
    const censor = await createCensor(interaction, situation, context);
    censor.check(said);
    const prompt = censor.drop(await context.writePrompt(censor.drop(said)));
    censor.check(prompt, "writer");
    await orAway(() =>
      context.drafts.put(id, readAsker(interaction).userId, { values: { ...values, prompt } }),
    );
    const text = textForAsker(interaction);
    const pointedOut = remarks.map((remark) => remark(text));
    const written = { prompt, words: said, flags: toFlags(values), remarks: pointedOut };
    await answer.say(writtenMessage(text, id, written));
  },
} satisfies Command;
