import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { textForAsker } from "../src/bot/asker.ts";
import type { Command } from "../src/bot/command.ts";
import { toDraft } from "../src/bot/draft.ts";
import { deletePreset, sharePreset } from "../src/bot/preset-change.ts";
import { completeOwnOptions } from "../src/bot/preset-completion.ts";
import { savePreset } from "../src/bot/preset-save.ts";
import { presetValues } from "../src/bot/preset-values.ts";
import { presetsPage } from "../src/bot/presets-view.ts";
import { submit } from "../src/bot/submit.ts";
import { textMessage } from "../src/discord/message.ts";
import { presetOptions } from "../src/discord/preset-options.ts";
import { readPresetScope } from "../src/discord/presets.ts";
import { readSubcommand, typedIn } from "../src/discord/subcommand.ts";

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "preset",
    description: text.presets.command.about,
    options: presetOptions(text),
  }),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    const sub = readSubcommand(interaction);
    const name = typedIn(sub, "name") ?? "";
    const scope = readPresetScope(typedIn(sub, "scope"));
    if (sub.path === "use") {
      const values = { prompt: typedIn(sub, "prompt") ?? "", preset: name };
      await submit(interaction, toDraft({ values, attached: {} }), answer, context);
      return;
    }
    answer.hide();
    if (sub.path === "list") {
      await answer.say(await presetsPage(interaction, 1, context));
      return;
    }
    if (sub.path === "delete") {
      await answer.say(textMessage([await deletePreset(interaction, { name, scope }, context)]));
      return;
    }
    if (sub.path === "share") {
      const stop = typedIn(sub, "stop") === "true";
      await answer.say(textMessage([await sharePreset(interaction, { name, stop }, context)]));
      return;
    }
    const asked = { parameters: typedIn(sub, "parameters"), from: typedIn(sub, "from") };
    const { values, remarks } = await presetValues(interaction, asked, context);
    const saving = { name, scope: scope ?? "me", values } as const;
    const said = await savePreset(interaction, saving, context);
    const text = textForAsker(interaction);
    await answer.say(textMessage([...said, ...remarks.map((words) => `-# ⚠️ ${words(text)}`)]));
  },
  complete: completeOwnOptions,
} satisfies Command;
