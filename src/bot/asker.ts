import type { APIInteraction } from "discord-api-types/v10";
import { PermissionFlagsBits } from "discord-api-types/v10";
import { UserError } from "../errors.ts";
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

/** The words in the language of whoever asks, also where that is said in no way that is known. */
export function textForAsker(interaction: APIInteraction): Text {
  const locale: unknown = "locale" in interaction ? interaction.locale : undefined;
  return textFor(typeof locale === "string" ? locale : undefined);
}

/** May remove what is someone else's here. */
export const isModerator = (interaction: APIInteraction): boolean =>
  has(interaction, PermissionFlagsBits.ManageMessages);

/** May decide what holds in this server. */
export const isManager = (interaction: APIInteraction): boolean =>
  has(interaction, PermissionFlagsBits.ManageGuild);

/**
 * Discord shows a command to those who may use it, but anybody can send anything.
 * @throws {UserError} unless whoever asks may decide what holds in this server.
 */
export function requireManager(interaction: APIInteraction): void {
  if (!isManager(interaction)) throw new UserError((text) => text.refused.managersOnly);
}

function has({ member }: APIInteraction, permission: bigint): boolean {
  if (member === undefined) return false;
  return (BigInt(member.permissions) & (permission | PermissionFlagsBits.Administrator)) !== 0n;
}
