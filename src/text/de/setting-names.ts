import type * as english from "../en/setting-names.ts";

export const settingNames: typeof english.settingNames = {
  max_waiting: {
    label: "Aufträge zugleich",
    about: "Wie viele Aufträge eines Mitglieds warten oder laufen dürfen; 0 für kein Limit",
  },
  max_count: {
    label: "Bilder pro Auftrag",
    about: "Höchstens so viele Bilder in einem Auftrag; 0 für kein Limit",
  },
  max_steps: {
    label: "Höchstzahl der Schritte",
    about: "Höchstens so viele Sampling-Schritte; 0 für kein Limit",
  },
  max_pixels: {
    label: "Höchstzahl der Pixel",
    about: "Höchstens so viele Pixel im fertigen Bild, Hires-Fix eingerechnet; 0 für kein Limit",
  },
  max_upscale: {
    label: "Höchste Vergrößerung",
    about: "Wievielmal so groß ein Bild gemacht werden darf; 0 für kein Limit",
  },
  max_per_hour: {
    label: "Aufträge pro Stunde",
    about: "Höchstens so viele Aufträge eines Mitglieds in einer Stunde; 0 für kein Limit",
  },
  gpu_seconds_per_day: {
    label: "GPU-Sekunden pro Tag",
    about: "Sekunden, die ein Mitglied die GPU am Tag zeichnen lassen darf; 0 für kein Limit",
  },
  cooldown_seconds: {
    label: "Pause zwischen Aufträgen",
    about: "Sekunden bis zum nächsten Auftrag eines Mitglieds; 0 für keine",
  },
  gpu_share: {
    label: "Anteil an der GPU-Zeit",
    about:
      "Von zwei Wartenden bekommt einer mit 2 doppelt so viel GPU-Zeit wie einer mit 1; 0,1 bis 10",
  },
  blocked_commands: {
    label: "Gesperrte Befehle",
    about: "Befehle, die nicht benutzt werden sollen, durch Kommas getrennt",
  },
  banned_words: {
    label: "Verbotene Wörter",
    about: "Prompts mit einem davon werden abgelehnt; durch Kommas getrennt, /.../ ist ein Muster",
  },
  banned_words_sfw: {
    label: "Verboten, wo keine Altersbeschränkung ist",
    about: "Überall abgelehnt, nur nicht in Kanälen mit Altersbeschränkung",
  },
  dropped_words: {
    label: "Weggelassene Wörter",
    about: "Stillschweigend aus Prompts weggelassen; durch Kommas getrennt, /.../ ist ein Muster",
  },
  always_negative: {
    label: "Immer negativ",
    about: "Worte, die in jedem negativen Prompt stehen",
  },
  allowed_models: {
    label: "Erlaubte Modelle",
    about: "Nur mit diesen Modellen darf gezeichnet werden, durch Kommas getrennt",
  },
  allowed_roles: {
    label: "Erlaubte Rollen",
    about: "Nur Mitglieder mit diesen Rollen dürfen etwas zeichnen lassen",
  },
  banned_roles: {
    label: "Ausgeschlossene Rollen",
    about: "Mitglieder mit diesen Rollen dürfen nichts zeichnen lassen",
  },
  banned_people: {
    label: "Ausgeschlossene Personen",
    about: "Mitglieder, die nichts zeichnen lassen dürfen",
  },
  forced_spoiler: {
    label: "Immer Spoiler",
    about: "Jedes Bild verbergen, bis man es anklickt",
  },
  spoiler_roles: {
    label: "Spoiler-Rollen",
    about: "Bilder von Mitgliedern mit diesen Rollen sind verborgen, bis man sie anklickt",
  },
  review: {
    label: "Prüfung",
    about: "Ergebnisse prüfen, falls es einen Klassifikator gibt; Funde warten auf Moderatoren",
  },
  live_preview: { label: "Live-Vorschau", about: "Bilder zeigen, während sie gezeichnet werden" },
  audit_channel: {
    label: "Protokollkanal",
    about: "Wo Ablehnungen notiert werden, und was Moderatoren tun",
  },
  public_language: {
    label: "Öffentliche Sprache",
    about: "Die Sprache von Nachrichten, die alle sehen",
  },
};
