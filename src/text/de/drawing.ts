import type * as english from "../en/drawing.ts";
import { number, percent, plural } from "./format.ts";

const minutes = (seconds: number) =>
  plural(Math.round(seconds / 60), { one: "Minute", other: "Minuten" });

export const waiting: typeof english.waiting = {
  queued: (ahead, about) =>
    `In der Warteschlange, ${ahead === 0 ? "als Nächstes dran" : `${number.format(ahead)} vor dir`}${about === undefined ? "" : `, ${about}`}`,
  seconds: (seconds) =>
    seconds < 90 ? `etwa ${number.format(seconds)} s` : `etwa ${minutes(seconds)}`,
  webuisDown:
    "Gerade ist keine Webui erreichbar. Deine Bilder werden gezeichnet, sobald eine zurück ist.",
  paused: "Das Zeichnen ist hier angehalten. Danach geht es von selbst weiter.",
  cancelled: (name) => `Abgebrochen von ${name}.`,
};

export const running: typeof english.running = {
  drawing: "Wird gezeichnet",
  loading: "Wird gezeichnet: Das Modell wird geladen",
  busyElsewhere: "Als Nächstes dran; die Webui zeichnet gerade etwas für jemand anderen",
  percent: (share) => percent.format(share),
  step: (step, steps) => `Schritt ${number.format(step)} von ${number.format(steps)}`,
  picture: (picture, pictures) => `Bild ${number.format(picture)} von ${number.format(pictures)}`,
  left: (seconds) =>
    seconds < 90 ? `noch etwa ${number.format(seconds)} s` : `noch etwa ${minutes(seconds)}`,
};
