import type * as english from "../en/refused.ts";
import { either, megapixels, number, plural } from "./format.ts";

export const bounds: typeof english.bounds = {
  between: (min, max) => `es muss zwischen ${number.format(min)} und ${number.format(max)} liegen`,
  wholeNumber: "es muss eine ganze Zahl sein",
  ratio: "es müssen zwei Zahlen mit einem Doppelpunkt dazwischen sein, etwa 16:9",
  oneOf: (values) => `es muss ${either.format(values)} sein`,
  empty: "es darf nicht leer sein",
  tooLong: (max) => `es darf höchstens ${number.format(max)} Zeichen haben`,
  tooMany: (max) => `es darf höchstens ${number.format(max)} Einträge haben`,
};

export const refused: typeof english.refused = {
  outOfBounds: (label, value, why) => `${label}: \`${value}\` geht nicht, ${why}.`,
  notANumber: (label, value) => `${label}: \`${value}\` geht nicht, es muss eine Zahl sein.`,
  flagWithoutValue: (flag) => `Hinter ${flag} fehlt ein Wert.`,
  unknownName: (label, typed, nearest) =>
    nearest.length === 0
      ? `${label} \`${typed}\` gibt es hier nicht, und auch nichts anderes dafür.`
      : `${label} \`${typed}\` gibt es hier nicht. Meintest du ${either.format(nearest.map((name) => `\`${name}\``))}?`,
  tooManyPixels: (width, height, max) =>
    `${number.format(width)} × ${number.format(height)} ist zu groß: Ein Bild darf höchstens ${megapixels.format(max / 1e6)} Megapixel haben, Hires-Fix eingerechnet.`,
  ratioTooExtreme: (ratio) =>
    `Das Seitenverhältnis \`${ratio}\` ist zu extrem: von 1:16 bis 16:1 geht es.`,
  originalGone: "Das Original wurde einen Tag lang aufbewahrt und ist weg.",
  emptyMask: "Diese Maske markiert nichts: Male weiß, oder übermale eine Kopie des Bildes.",
  otherMaskShape: (width, height) =>
    `Diese Maske ist nicht geformt wie das Bild: Sie muss ${number.format(width)} × ${number.format(height)} Pixel haben oder im selben Verhältnis größer oder kleiner sein.`,
  maskAndExtend: "Maske und Erweitern gehen nicht zusammen: Erweitern macht seine eigene Maske.",
  tooManyUnits: (most) => `Nicht mehr als ${number.format(most)} Control-Bilder auf einmal.`,
  noControl: "Keine Webui hier hat ControlNet.",
  notDrawn: "Das wurde nicht aus Worten gezeichnet und kann deshalb nicht neu gezeichnet werden.",
  noPictureThere: "In dieser Nachricht ist kein Bild.",
  noPicture: "Dafür wird ein Bild gebraucht.",
  cannotDo: {
    upscale: "Keine Webui hier kann Bilder vergrößern.",
    caption: "Keine Webui hier kann Bilder beschreiben.",
    tags: "Keine Webui hier kann Tags zu Bildern finden.",
    progress: "Keine Webui hier sagt, wie weit sie ist.",
    interrupt: "Keine Webui hier lässt sich unterbrechen.",
    skip: "Keine Webui hier kann ein Bild überspringen.",
  },
  notAPicture: "Diese Datei kann ich nicht als Bild lesen. PNG, JPEG, WebP, GIF und AVIF gehen.",
  brokenPicture: "Dieses Bild ist beschädigt oder nicht vollständig.",
  fileTooLarge: (megabytes) => `Diese Datei ist zu groß: höchstens ${number.format(megabytes)} MB.`,
  pictureTooLarge: (megapixels) =>
    `Dieses Bild hat zu viele Pixel: höchstens ${number.format(megapixels)} Megapixel.`,
  foreignAddress: "Nur Dateien, die bei Discord hochgeladen wurden, werden geholt.",
  attachmentGone: "Diese Datei war bei Discord nicht zu holen. Bitte hänge sie noch einmal an.",
  cannotPost: (missing) =>
    `Ich kann hier keine Bilder posten. Ich bräuchte: ${missing.join(", ")}.`,
  mayNotPost:
    "Du darfst in diesem Kanal keine Bilder posten (Dateien anhängen), deshalb wird hier nichts für dich gezeichnet. Nimm stattdessen private: Dann siehst nur du das Ergebnis.",
  queueAway:
    "Die Warteschlange ist gerade weg, deshalb wurde nichts angenommen. Bitte versuche es in einer Minute noch einmal.",
  notYours: (name) => `Das gehört ${name}.`,
  alreadyDrawn: "Zu spät zum Abbrechen: Es ist schon gezeichnet.",
  noWriter:
    "Das Sprachmodell antwortet gerade nicht. Bitte versuche es in einer Weile noch einmal.",
  noWords: "Da sind keine Worte, aus denen ein Prompt werden könnte.",
  moderatorsOnly: "Das können nur Mitglieder, die hier Nachrichten verwalten dürfen.",
  noServer: "Hier ist kein Server, deshalb gibt es nur deine eigenen Zahlen: Wähle „Nur ich“.",
  managersOnly: "Das können nur Mitglieder, die diesen Server verwalten dürfen.",
  ownersOnly: "Das können nur die Besitzer dieses Bots.",
  alreadyEnded: "Das ist schon zu Ende.",
  tooManyWords: (most) =>
    `Diese Liste ist zu lang: höchstens ${plural(most, { one: "Eintrag", other: "Einträge" })}.`,
  tooManyPatterns: (most) => `Diese Liste hat zu viele Muster: höchstens ${number.format(most)}.`,
  wordTooLong: (most) =>
    `Ein Eintrag dieser Liste ist zu lang: höchstens ${number.format(most)} Zeichen.`,
  patternTooLong: (most) =>
    `Ein Muster dieser Liste ist zu lang: höchstens ${number.format(most)} Zeichen.`,
  badPattern: (pattern) =>
    `Das Muster \`${pattern}\` geht nicht. Es muss eines für RE2 sein: ohne Rückverweise und ohne Lookahead oder Lookbehind.`,
  patternTooLarge: (pattern) =>
    `Das Muster \`${pattern}\` ist zu groß. Nimm weniger Wiederholungen.`,
  patternFitsAll: (pattern) => `Das Muster \`${pattern}\` würde auf jeden Text passen.`,
  forgotten: "Ich weiß nicht mehr, wie das gezeichnet wurde.",
  sourceForgotten:
    "Das Bild, von dem es ausging, ist nicht mehr da. Bitte nimm den Befehl noch einmal, mit dem Bild.",
};
