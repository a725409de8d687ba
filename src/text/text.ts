import { en, type Text } from "./en.ts";

/** The words in a person's own language (a Discord locale such as `de`), English where there is none. */
export function textFor(_locale: string | undefined): Text {
  return en;
}

/** All languages there are: what stands in a message may have been written in any of them. */
export const allTexts: readonly Text[] = [en];
