import { de } from "./de.ts";
import { en, type Text } from "./en.ts";
import { es } from "./es-ES.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { zhCn } from "./zh-CN.ts";
import { zhTw } from "./zh-TW.ts";
import { ko } from "./ko.ts";
import { pt } from "./pt-BR.ts";
import { ru } from "./ru.ts";

/**
 * By Discord's names of them. All are loaded from the start: Discord is told what commands say in each of them, and no
 * answer has to wait for its words.
 */
const others = new Map<string, Text>([
  ["de", de],
  ["es-ES", es],
  ["fr", fr],
  ["pt-BR", pt],
  ["ja", ja],
  ["zh-CN", zhCn],
  ["zh-TW", zhTw],
  ["ko", ko],
  ["ru", ru],
]);

/** Languages that read another one's words. */
const near = new Map([["es-419", "es-ES"]]);

/** The words in a person's own language (a Discord locale such as `de`), English where there is none. */
export function textFor(locale = "en-US"): Text {
  return others.get(near.get(locale) ?? locale) ?? en;
}

/** Every language but English. */
export const otherTexts: readonly (readonly [locale: string, text: Text])[] = [...others];

/** All languages there are: what stands in a message may have been written in any of them. */
export const allTexts: readonly Text[] = [en, ...others.values()];
