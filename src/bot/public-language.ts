import { decideSetting, type Situation } from "../generation/rules.ts";
import type { Text } from "../text/en.ts";
import { textFor } from "../text/text.ts";
import { readAsker } from "./asker.ts";
import type { Asking } from "./command.ts";

/**
 * The language of what everybody sees here: as it was set, else the one that the server has chosen in Discord. Only
 * Community servers can choose one; all others are said to be English.
 */
export function publicLanguage(
  { guild }: Pick<Asking, "guild">,
  situation: Situation,
): string | undefined {
  const { value } = decideSetting("public_language", situation);
  if (value !== undefined) return value;
  const hasChosen = guild?.features.some((feature) => feature === "COMMUNITY") === true;
  return hasChosen ? guild?.locale : undefined;
}

/** For an answer that everybody sees. */
export const textForAll = (interaction: Asking, situation: Situation): Text =>
  textFor(publicLanguage(interaction, situation) ?? readAsker(interaction).locale);
