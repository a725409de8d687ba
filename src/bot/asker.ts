import type { APIInteraction } from "discord.js";
import { PermissionFlagsBits } from "discord.js";
import type { Text } from "../text/en.ts";
import { textFor } from "../text/text.ts";

/** Who asked, and in which language to answer. */
export type Asker = { userId: string; userName: string; locale: string };

export function readAsker(interaction: APIInteraction): Asker {
  const user = interaction.member?.user ?? interaction.user;
  if (user === undefined) throw new TypeError("an interaction without a user");
  return {
    userId: user.id,
    userName: interaction.member?.nick ?? user.global_name ?? user.username,
    locale: "locale" in interaction ? interaction.locale : "en-US",
  };
}

/** The words in the language of whoever asks. */
export const textForAsker = (interaction: APIInteraction): Text =>
  textFor(readAsker(interaction).locale);

/** May remove what is someone else's here. */
export function isModerator(interaction: APIInteraction): boolean {
  if (interaction.member === undefined) return false;
  const has = BigInt(interaction.member.permissions);
  return (has & (PermissionFlagsBits.ManageMessages | PermissionFlagsBits.Administrator)) !== 0n;
}
