import type * as english from "../en/models.ts";
import { families, speeds } from "../names.ts";
import { all, number } from "./format.ts";

export const models: typeof english.models = {
  command: {
    about: "Die Modelle hier sehen und bestimmen, wie dieser Server mit ihnen zeichnet",
    list: "Die Modelle sehen",
    search: "Nur, was das im Namen hat",
    info: "Sehen, was über ein Modell bekannt ist",
    name: "Einem Modell einen Namen geben, den Mitglieder lesen (Server verwalten)",
    newName: "Der Name; nichts für den der Webui",
    hide: "Ein Modell aus Listen und Vorschlägen weglassen (Server verwalten)",
    show: "Ein verborgenes Modell wieder in Listen und Vorschläge aufnehmen (Server verwalten)",
    default: "Mit einem Modell zeichnen, wo niemand ein anderes wählt (Server verwalten)",
    scope: "Wo (ohne Angabe auf dem ganzen Server)",
    profile: "Bestimmen, womit ein Modell zeichnet, wo niemand es sagt (Server verwalten)",
    model: "Welches Modell",
    activator: "Aktivierungswörter des Modells; sie kommen vor den Prompt",
    reset: "Vergessen, was dafür bestimmt war; was daneben angegeben ist, gilt neu",
  },
  scopes: { channel: "Dieser Kanal", server: "Dieser Server" },

  title: "Modelle",
  count: (count) => number.format(count),
  searched: (words) => `mit „${words}“`,
  none: "Noch hat keine Webui von einem Modell erzählt.",
  marks: {
    server: "Standard dieses Servers",
    channel: "Standard dieses Kanals",
    me: "dein eigener Standard",
    webui: "das der Webui",
    hidden: "verborgen",
    missing: "gerade auf keiner Webui",
    notAllowed: "hier nicht erlaubt",
  },

  fields: {
    title: "Datei",
    hash: "Hash",
    family: "Familie",
    webuis: "Webuis",
    default: "Standard",
    allowed: "Hier erlaubt",
    hidden: "Verborgen",
    activator: "Aktivierungswörter",
    profile: "Wo niemand es sagt",
  },
  yes: "ja",
  no: "nein",
  noHash: "bekannt, sobald es einmal geladen war",
  noFamily: "sein Name verrät sie nicht, deshalb gilt die Größe der Webui",
  noProfile: "die Werte der Webui",
  own: "dieser Server",
  ofFamily: "seine Familie",

  families,
  speeds,

  named: (title, name) => `${title} heißt hier ab jetzt ${name}.`,
  unnamed: (title) => `${title} heißt wieder wie zuvor.`,
  hidden: (name) =>
    `${name} fehlt ab jetzt in Listen und Vorschlägen. Wer den Namen ganz eintippt, kann weiter damit zeichnen: Was nicht benutzt werden darf, bestimmt \`/settings set\` mit \`allowed_models\`.`,
  shown: (name) => `${name} wird wieder angeboten.`,
  defaultOf: {
    server: (name) =>
      `${name} ist ab jetzt der Standard dieses Servers. \`/settings reset\` mit \`model\` nimmt das zurück.`,
    channel: (name) =>
      `${name} ist ab jetzt der Standard dieses Kanals. \`/settings reset\` mit \`model\` nimmt das zurück.`,
  },
  defaultNotAllowed:
    "Es ist hier aber nicht erlaubt (`allowed_models`), also wird es nicht benutzt, bis es erlaubt ist.",
  profileKept: (name, what) => `Wo niemand es sagt, zeichnet ${name} ab jetzt mit: ${what}`,
  profileForgotten: (name) => `Was für ${name} bestimmt war, ist vergessen.`,

  audit: {
    named: (title, name) => `hat das Modell ${title} „${name}“ genannt.`,
    unnamed: (title) => `hat dem Modell ${title} seinen eigenen Namen zurückgegeben.`,
    hidden: (name) => `hat das Modell ${name} verborgen.`,
    shown: (name) => `hat das verborgene Modell ${name} wieder in die Listen aufgenommen.`,
    defaultOf: {
      server: (name) => `hat das Modell ${name} zum Standard dieses Servers gemacht.`,
      channel: (name) => `hat das Modell ${name} zum Standard dieses Kanals gemacht.`,
    },
    profile: (name, what, anew) =>
      `hat für das Modell ${name} ${anew ? "neu " : ""}bestimmt: ${what}`,
    profileForgotten: (name) => `hat vergessen, was für das Modell ${name} bestimmt war.`,
  },

  cannotBeDefault: (name) =>
    `${name} ist gerade auf keiner Webui, also kann es nicht der Standard sein.`,
  nameTaken: (name, other) => `${other} heißt schon ${name}.`,
  notAllowed: (name, allowed, more) =>
    allowed.length === 0
      ? `Das Modell \`${name}\` ist hier nicht erlaubt.`
      : `Das Modell \`${name}\` ist hier nicht erlaubt. Erlaubt: ${all.format([...allowed.map((each) => `\`${each}\``), ...(more > 0 ? [`${number.format(more)} weitere`] : [])])}.`,
  noneAllowedHere: "Keines der hier erlaubten Modelle ist gerade auf einer Webui.",
};
