import type * as english from "../en/settings.ts";
import { language, number, plural } from "./format.ts";
import { settingNames } from "./setting-names.ts";

export const settings: typeof english.settings = {
  names: settingNames,

  command: {
    about: "Sehen und ändern, was für dich, einen Kanal oder den Server gilt",
    view: "Sehen, was eingestellt ist und woher jeder Wert kommt",
    set: "Etwas einstellen",
    reset: "Vergessen, was eingestellt war",
    scope: "Für wen: dich, diesen Kanal, den ganzen Server",
    name: "Was eingestellt wird",
    value: "Worauf; in Listen fügt + hinzu und - nimmt heraus: + erstes, zweites",
    role: "Nur für Mitglieder mit dieser Rolle (Limits, GPU-Anteil, erlaubte Modelle)",
    resetName: "Was vergessen wird; ohne Angabe alles",
  },

  scopes: { me: "Für dich", channel: "Dieser Kanal", server: "Dieser Server" },
  sources: {
    me: "deine eigene Einstellung",
    channel: "in diesem Kanal eingestellt",
    server: "auf diesem Server eingestellt",
    channelRole: (role) => `in diesem Kanal für ${role} eingestellt`,
    serverRole: (role) => `auf diesem Server für ${role} eingestellt`,
    profile: "Profil des Modells",
    webui: "wie in der Webui",
    usual: "üblich",
  },
  titles: {
    all: "Was hier für dich gilt",
    me: "Deine eigenen Einstellungen",
    channel: "Einstellungen dieses Kanals",
    server: "Einstellungen dieses Servers",
  },
  nothing: "Hier ist nichts eingestellt.",
  unset: "Was niemand eingestellt hat, bleibt der Webui überlassen.",
  line: (label, value, from) => `**${label}:** ${value} · ${from}`,
  ofRole: (label, role) => `${label} für ${role}`,
  plainLine: (label, value) => `**${label}:** ${value}`,
  missing:
    "keine Webui hat das gerade, oder keine, die das Übrige hat, deshalb wird es nicht gesendet",
  hidden: (count) => `${number.format(count)} weitere, für Moderatoren`,
  changeDefault: "Einen Standard ändern",
  changeRule: "Ein Limit oder eine Regel ändern",
  language,
  none: "keine",
  noLimit: "kein Limit",
  yes: "ja",
  no: "nein",
  done: (label, value, scope) => `${scope}: **${label}** jetzt ${value}.`,
  doneForRole: (label, value, scope, role) => `${scope}: **${label}** für ${role} jetzt ${value}.`,
  forgotten: (label, scope) => `${scope}: **${label}** ist nicht mehr eingestellt.`,
  forgottenForRole: (label, scope, role) =>
    `${scope}: **${label}** ist für ${role} nicht mehr eingestellt.`,
  allForgotten: (scope, count) =>
    count === 0
      ? `${scope}: Nichts war eingestellt.`
      : `${scope}: ${plural(count, { one: "Einstellung", other: "Einstellungen" })} vergessen.`,
  overruled: (label, value, from) => `Hier gilt für dich weiterhin: ${label} ${value} (${from}).`,
  clearHint: "Leer lassen, um die Einstellung zu vergessen.",
  emptyHint: "Nicht eingestellt. In Listen fügt + hinzu und - nimmt heraus: + erstes, zweites",

  refused: {
    unknown: (typed, nearest) =>
      `Es gibt keine Einstellung \`${typed}\`. Meintest du ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    notThere: (label, scopes) => `${label} lässt sich nur einstellen für: ${scopes.join(", ")}.`,
    noServer: "Hier sind kein Server und keine Kanäle: Es gibt nur deine eigenen Einstellungen.",
    notByRole: (label) => `${label} lässt sich nicht für eine Rolle einstellen.`,
    notYesNo: (label, typed) => `${label}: \`${typed}\` geht nicht, sag ja oder nein.`,
    notRole: (label, typed) => `${label}: \`${typed}\` geht nicht, erwähne Rollen, etwa @Patron.`,
    notPerson: (label, typed) => `${label}: \`${typed}\` geht nicht, erwähne Personen.`,
    notChannel: (label, typed) =>
      `${label}: \`${typed}\` geht nicht, erwähne einen Kanal, etwa #log.`,
    notCommand: (typed) => `Es gibt keinen Befehl \`${typed}\`, der gesperrt werden könnte.`,
    badAmount: (label, value, min, max) =>
      `${label}: \`${value}\` geht nicht, es muss zwischen ${min} und ${max} liegen.`,
    badList: (label) => `${label}: zu viele Einträge, oder einer ist zu lang.`,
    tooLong: (label) => `${label} ist zu lang, um es hier zu ändern: Nimm /settings set.`,
    notLanguage: (typed, known) =>
      `Eine Sprache \`${typed}\` gibt es hier nicht: ${known.map(language).join(", ")}.`,
  },
};
