import type * as english from "../en/moderation.ts";
import { decimal, number } from "./format.ts";

export const moderation: typeof english.moderation = {
  refused: {
    word: "In diesem Prompt ist etwas, das hier nicht gezeichnet wird. Bitte sag es anders.",
    written: "Im Geschriebenen ist etwas, das hier nicht gezeichnet wird. Bitte nimm andere Worte.",
    nothingLeft:
      "Von diesem Prompt bleibt nichts, was hier gezeichnet werden kann. Bitte füge etwas hinzu.",
    banned:
      "Du darfst auf diesem Server nichts zeichnen lassen. Seine Moderatoren können das ändern.",
    notHere: "Das ist kein Kanal dieses Servers, den ich kenne.",
    decided: (by) => `${by} hat darüber schon entschieden.`,
  },

  audit: {
    word: (word, prompt) => `Abgelehnt wegen eines verbotenen Wortes, ${word}: ${prompt}`,
    written: (word, prompt) =>
      `Einen geschriebenen Prompt zurückgehalten wegen eines verbotenen Wortes, ${word}: ${prompt}`,
    refused: (said) => `Abgelehnt, mit den Worten: ${said}`,
    banned: "Abgelehnt: darf nichts zeichnen lassen.",
    cannotWrite: (channel) =>
      `In ${channel} kann ich nicht schreiben: Bitte lass mich den Kanal ansehen und dort Nachrichten senden, sonst wird nichts notiert.`,
  },

  review: {
    waits: "Das ist gezeichnet. Bevor es gezeigt wird, sieht es sich ein Moderator an.",
    waitsForCheck: "Das ist gezeichnet. Es wird gezeigt, sobald es geprüft werden kann.",
    rejected: "Ein Moderator hat entschieden, das nicht zu zeigen.",
    expired: "Niemand hat sich das rechtzeitig angesehen, deshalb wird es nicht gezeigt.",
    unseen: "Das wird nicht gezeigt: Es hat die Prüfung nicht bestanden, die hier stattfindet.",
    held: (who, where) => `**Zur Prüfung zurückgehalten:** ein Ergebnis von ${who} in ${where}`,
    score: (score, label) =>
      label === "" ? `Wert ${decimal.format(score)}` : `Wert ${decimal.format(score)} (${label})`,
    unchecked: "Es konnte nicht geprüft werden: Der Klassifikator antwortet nicht.",
    some: (shown, all) => `${number.format(shown)} von ${number.format(all)} Bildern`,
    decided: {
      approved: (by) => `✅ Freigegeben von ${by}.`,
      rejected: (by) => `🚫 Abgelehnt von ${by}.`,
      expired: () => "Niemand hat rechtzeitig darüber entschieden: Es wurde abgelehnt.",
    },
    posted: "Zum Ergebnis",
  },

  emptyPicture:
    "Die Webui hat ein leeres Bild geliefert: Vielleicht hat ihr eigener Filter zugeschlagen, oder ihr VAE ist gescheitert.",
};
