import type * as english from "../en/presets.ts";
import { either, number } from "./format.ts";

export const presets: typeof english.presets = {
  command: {
    about: "Parameter unter einem Namen speichern und damit zeichnen",
    save: "Parameter unter einem Namen speichern: eingetippte oder die eines Ergebnisses",
    list: "Deine Presets sehen, die hier geteilten und die des Servers",
    use: "Mit einem Preset zeichnen",
    delete: "Ein Preset löschen",
    share: "Alle auf diesem Server eines deiner Presets benutzen lassen",
    name: "Name des Presets",
    newName: "Name, unter dem es benutzt wird",
    parameters: "Etwa --steps 30 --ar 16:9; Worte davor kommen in jeden Prompt ({prompt})",
    from: "Ein Ergebnis dieses Bots: Link oder ID; ohne Angabe dein letztes Bild",
    scope: "Für wen: dich oder den ganzen Server",
    stop: "Nicht mehr teilen",
  },

  scopes: { me: "Ich", server: "Dieser Server" },
  of: (name) => `von ${name}`,
  ofServer: "des Servers",

  title: "Presets",
  groups: { own: "Deine", shared: "Hier geteilt", server: "Des Servers" },
  nothing: "Es gibt noch keine Presets. `/preset save` macht eines, und 💾 unter 📋 auch.",
  line: (name, values) => `**${name}** · ${values}`,
  lineOf: (name, owner, values) => `**${name}** · ${owner} · ${values}`,
  sharedHere: (name, values) => `**${name}** · hier geteilt · ${values}`,

  dialog: { title: "Als Preset speichern", name: "Name", scope: "Für wen" },

  saved: (name) => `Preset ${name} ist gespeichert. Zeichne damit: \`/draw\` mit \`preset\`.`,
  replaced: (name) => `Preset ${name} ist gespeichert und ersetzt das bisherige.`,
  savedServer: (name) => `Preset ${name} ist für den ganzen Server gespeichert.`,
  replacedServer: (name) => `Preset ${name} des Servers ist gespeichert und ersetzt das bisherige.`,
  deleted: (name) => `Preset ${name} ist gelöscht.`,
  deletedServer: (name) => `Preset ${name} des Servers ist gelöscht.`,
  shared: (name) => `Alle auf diesem Server können jetzt mit Preset ${name} zeichnen.`,
  unshared: (name) => `Preset ${name} wird hier nicht mehr geteilt.`,
  unsharedOf: (name, owner) => `Preset ${name} von ${owner} wird hier nicht mehr geteilt.`,

  refused: {
    unknown: (typed, nearest) =>
      nearest.length === 0
        ? `Ein Preset ${typed} gibt es hier nicht, und auch kein anderes.`
        : `Ein Preset ${typed} gibt es hier nicht. Meintest du ${either.format(nearest)}?`,
    notOwn: (typed) => `Du hast kein Preset ${typed}.`,
    noName: "Ein Preset braucht einen Namen, den man sehen kann.",
    longName: (most) =>
      `Der Name eines Presets darf höchstens ${number.format(most)} Zeichen haben.`,
    badName:
      "Im Namen eines Presets dürfen keine Flags, Erwähnungen oder unsichtbaren Zeichen sein.",
    empty: "Es gibt nichts zu speichern: Es war kein Parameter angegeben.",
    tooLong: "Das ist zu viel für ein Preset: Seine Worte müssen kürzer sein.",
    nested: "Ein Preset kann kein anderes Preset enthalten.",
    full: (most) => `Es gibt schon ${number.format(most)} Presets: Lösche erst eines.`,
    takenBy: (name, owner) =>
      `${owner} teilt hier ein Preset ${name}. Bitte nimm einen anderen Namen.`,
    takenByServer: (name) =>
      `Der Server hat selbst ein Preset ${name}. Bitte speichere deines erst unter einem anderen Namen.`,
    notYours: (name, owner) => `Preset ${name} gehört ${owner}.`,
    noServer: "Hier ist kein Server: Es gibt nur deine eigenen Presets.",
    noLastPicture:
      "Es gibt kein Bild von dir, aus dem gespeichert werden könnte. Gib `parameters` an, etwa `--steps 30 --ar 16:9`.",
    noResult:
      "Dort finde ich kein Ergebnis von mir. Es muss in diesem Kanal stehen, wo ich es lesen darf, oder eines von deinen sein.",
  },
};
