import type * as english from "../en/result.ts";
import { number } from "./format.ts";

export const result: typeof english.result = {
  drawnFor: (name) => `gezeichnet für ${name}`,
  describedFor: (name) => `beschrieben für ${name}`,
  source: "nach einem Bild",
  from: (mark, url, name) => `[${mark} nach einem Bild](${url}) von ${name}`,
  negative: (prompt) => `Ohne: ${prompt}`,
  size: "Größe",
  seed: "Seed",
  model: "Modell",
  unknownModel: "das der Webui",
  page: (page, pages) => `Seite ${page} von ${pages}`,
  upscaled: (scale) => `${number.format(scale)}-fach vergrößert`,
  described: "Was zu sehen ist",
  reencoded: "Ein Bild war zu groß für diesen Kanal und wurde passend komprimiert.",
  removed: (name) => `Entfernt von ${name}.`,
};

export const details: typeof english.details = {
  infotext: "Infotext",
  command: "Um es noch einmal zu zeichnen",
  attach:
    "Hänge das Bild an, von dem es ausging, und die Maske, falls es eine gab: Sie lassen sich nicht tippen.",
  nothing: "Mehr ist darüber nicht bekannt.",
  originals: "Zu groß für diesen Kanal, deshalb komprimiert. So wurde es gemacht:",
  link: (url) => `[Das Original](${url}), einen Tag lang und nur für dich.`,
  noLinks:
    "Das Original ist zu groß für Discord. Wer diesen Bot betreibt, kann Links darauf einschalten (PUBLIC_URL).",
};

export const written: typeof english.written = { from: (words) => `geschrieben aus: ${words}` };

export const mail: typeof english.mail = { back: "Zur Nachricht" };
