import { Routes } from "discord-api-types/v10";
import { textMessage } from "../discord/message.ts";
import { plain } from "../discord/markdown.ts";
import type { Situation } from "../generation/rules.ts";
import { decideSetting } from "../generation/rules.ts";
import type { Text } from "../text/en.ts";
import { textFor } from "../text/text.ts";
import { readAsker } from "./asker.ts";
import type { Asking, Context } from "./command.ts";
import { publicLanguage } from "./public-language.ts";
import { readRules } from "./rules.ts";

type Words = (text: Text) => string;

/**
 * Notes in the server's audit channel, if it has one, what somebody did or was refused, and where. The member does not
 * wait for it, and it never fails them.
 */
export function audit(
  interaction: Asking,
  words: Words,
  context: Context,
  situation?: Situation,
): void {
  void noted(interaction, words, context, situation);
}

/** The same, to be waited for; false where the bot could not write there. */
export async function noted(
  interaction: Asking,
  words: Words,
  context: Context,
  situation?: Situation,
): Promise<boolean> {
  const { guild_id: guildId } = interaction;
  // Whatever an interaction says that Discord never sent: nothing of it is to go wrong behind the member's back.
  if (typeof guildId !== "string") return true;
  const leave = context.auditing.enter(guildId);
  try {
    if (leave === undefined) throw new Error("too many notes wait");
    const known = situation ?? (await readRules(interaction, context)).situation;
    const { value: channelId } = decideSetting("audit_channel", known);
    if (channelId === undefined) return true;
    const text = textFor(publicLanguage(interaction, known));
    const { userId, userName } = readAsker(interaction);
    const where = interaction.channel === undefined ? "" : `<#${interaction.channel.id}>`;
    const { body } = textMessage([
      text.audit.line(`${plain(userName)} (<@${userId}>)`, where),
      words(text),
    ]);
    await context.rest.post(Routes.channelMessages(channelId), { body });
    return true;
  } catch (error) {
    if (context.seldom(`audit ${guildId}`)) {
      context.log.warn({ guild: guildId, err: error }, "the audit channel could not be written to");
    }
    return false;
  } finally {
    leave?.();
  }
}
