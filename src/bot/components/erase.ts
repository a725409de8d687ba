import { textMessage } from "../../discord/message.ts";
import { plain } from "../../discord/markdown.ts";
import { readAsker, textForAsker } from "../asker.ts";
import type { Component } from "../command.ts";
import { requireOwner } from "../owners.ts";
import { erasePerson } from "../personal.ts";

/** Forgets a person, by themselves or by an owner of the bot, after they were asked once more. */
export default {
  async press(interaction, { id }, answer, context) {
    answer.hide();
    const asker = readAsker(interaction);
    const { userId, userName } = asker;
    const isOwn = id === userId;
    if (!isOwn) await requireOwner(interaction, context);
    const cancelled = await erasePerson(id, asker, context);
    context.log.info({ user: id, by: userId, cancelled }, "a person was forgotten");
    const name = isOwn ? plain(userName) : `<@${id}>`;
    await answer.say(textMessage([textForAsker(interaction).admin.erased(name, cancelled)]));
  },
} satisfies Component;
