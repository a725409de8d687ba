import { decideSetting, type Situation } from "../generation/rules.ts";
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
