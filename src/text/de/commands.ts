import type * as english from "../en/commands.ts";

export const commands: typeof english.commands = {
  draw: { about: "Bilder aus Worten zeichnen" },
  edit: { about: "Einen Teil eines Bildes neu malen oder über seinen Rand hinaus zeichnen" },
  control: { about: "Nach dem Aufbau eines Bildes zeichnen: Kanten, Tiefe, Haltung" },
  upscale: { about: "Ein Bild vergrößern oder seine Gesichter verbessern" },
  describe: { about: "Ein Bild in Worte oder Tags fassen" },
  inspect: {
    about: "Sehen, womit ein Bild gemacht wurde",
    image: "Bild, um das es geht",
  },
  history: { about: "Deine letzten Bilder wiederfinden" },
  info: {
    about: "Sehen, womit hier gezeichnet werden kann",
    list: "Welche Liste",
    search: "Nur, was das im Namen hat",
  },
  prompt: {
    about: "Aus ein paar Worten einen ausführlichen Prompt schreiben lassen",
    text: "Was du sehen möchtest; Flags wie --ar 16:9 dürfen folgen",
  },
  stats: {
    about: "Sehen, wie viel gezeichnet wird, womit und wann",
    period: "In welcher Zeit (ohne Angabe die letzten 7 Tage)",
    of: "Von wem",
  },
  queue: {
    about: "Sehen, was wartet und was gerade gezeichnet wird",
    action: "Was zu tun ist, für Moderatoren",
    clear: "Leeren: alles abbrechen, was auf diesem Server wartet",
    pause: "Anhalten: für diesen Server nichts zeichnen, bis es weitergeht",
    resume: "Für diesen Server weiterzeichnen",
    pause_all: "Alles anhalten, überall (Besitzer des Bots)",
    resume_all: "Alles weiterlaufen lassen (Besitzer des Bots)",
  },
};

export const menus: typeof english.menus = {
  inspect: "Bildinfo",
  remix: "Remix",
  upscale: "Vergrößern",
  describe: "Beschreiben",
  remixAvatar: "Avatar remixen",
};
