import { textMessage } from "../../discord/message.ts";
import { readSettingDialog, toSettingDialog } from "../../discord/settings.ts";
import { findSetting } from "../../generation/setting-values.ts";
import { type Scope, scopes } from "../../generation/settings.ts";
import { textForAsker } from "../asker.ts";
import { orAway } from "../away.ts";
import type { Component } from "../command.ts";
import { changeSetting, requireScope } from "../settings.ts";

/** An entry of the menu below the settings: a dialog with what is set now; empty forgets it. */
export default {
  opensDialog: true,
  async press(interaction, { id, args: [typed = ""] }, answer, context) {
    const [scope, name] = [scopeOf(id), findSetting(typed)];
    const owner = requireScope(interaction, scope);
    const { values } = await orAway(() => context.settings.get(owner));
    const shown = { scope, name, value: values[name] };
    await answer.dialog(toSettingDialog(shown, textForAsker(interaction)));
  },
  async submit(interaction, { id, args: [name = ""] }, answer, context) {
    answer.hide();
    const change = {
      scope: scopeOf(id),
      name: findSetting(name),
      typed: readSettingDialog(interaction),
    };
    await answer.say(textMessage([await changeSetting(interaction, change, context)]));
  },
} satisfies Component;

/** Somebody may have made it up: then it is their own. */
const scopeOf = (id: string): Scope => scopes.find((each) => each === id) ?? "me";
