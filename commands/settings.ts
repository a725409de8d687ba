import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { exportFor } from "../src/bot/admin/run.ts";
import { readAsker, textForAsker } from "../src/bot/asker.ts";
import type { Command } from "../src/bot/command.ts";
import { changeSetting, resetAll } from "../src/bot/settings.ts";
import { completeSetting } from "../src/bot/settings-completion.ts";
import { settingsPage } from "../src/bot/settings-view.ts";
import { eraseMessage } from "../src/discord/admin.ts";
import { plain } from "../src/discord/markdown.ts";
import { textMessage } from "../src/discord/message.ts";
import { settingsOptions } from "../src/discord/setting-options.ts";
import { readSubcommand, typedIn } from "../src/discord/subcommand.ts";
import { findSetting } from "../src/generation/setting-values.ts";
import { isServerSetting, type Scope, scopes } from "../src/generation/settings.ts";

export default {
  data: (text) => ({
    type: ApplicationCommandType.ChatInput,
    name: "settings",
    description: text.settings.command.about,
    options: settingsOptions(text),
  }),
  async execute(interaction: APIChatInputApplicationCommandInteraction, answer, context) {
    answer.hide();
    const sub = readSubcommand(interaction);
    const scope = scopes.find((each) => each === typedIn(sub, "scope"));
    const { userId, userName } = readAsker(interaction);
    if (sub.path === "export") {
      await answer.say(await exportFor(interaction, userId, context));
      return;
    }
    if (sub.path === "erase") {
      await answer.say(eraseMessage(textForAsker(interaction), userId, plain(userName)));
      return;
    }
    if (sub.path === "view") {
      await answer.say(await settingsPage(interaction, { view: scope ?? "all", page: 1 }, context));
      return;
    }
    const role = typedIn(sub, "role");
    const named = typedIn(sub, "name");
    if (named === undefined) {
      const usual: Scope = role === undefined ? "me" : "server";
      const said = await resetAll(interaction, scope ?? usual, context, role);
      await answer.say(textMessage([said]));
      return;
    }
    const name = findSetting(named, textForAsker(interaction));
    const usual: Scope = isServerSetting(name) ? "server" : "me";
    const typed = sub.path === "set" ? (typedIn(sub, "value") ?? "") : "";
    const change = { scope: scope ?? usual, name, typed, role };
    await answer.say(textMessage([await changeSetting(interaction, change, context)]));
  },
  complete: completeSetting,
} satisfies Command;
