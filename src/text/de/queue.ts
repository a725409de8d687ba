import type * as english from "../en/queue.ts";
import { number, plural } from "./format.ts";

export const queue: typeof english.queue = {
  title: (drawn, waiting) =>
    `${number.format(drawn)} in Arbeit, ${number.format(waiting)} in der Warteschlange`,
  empty: "Nichts wartet, und nichts wird gerade gezeichnet.",
  place: (place) => `**${number.format(place)}.**`,
  drawn: "wird gezeichnet",
  drawnOn: (webui, kind) => `wird auf Webui ${webui} gezeichnet (${kind})`,
  elsewhere: "jemand anderswo",
  pausedHere: "Das Zeichnen ist für diesen Server angehalten.",
  pausedAll: "Das Zeichnen ist überall angehalten.",
  resumedHere: "Für diesen Server wird weitergezeichnet.",
  resumedAll: "Überall wird weitergezeichnet.",
  cleared: (count) =>
    count === 0
      ? "Hier wartet nichts."
      : `${plural(count, { one: "Auftrag", other: "Aufträge" })} abgebrochen.`,
};

export const audit: typeof english.audit = {
  cleared: (count) =>
    `Warteschlange geleert: ${plural(count, { one: "Auftrag", other: "Aufträge" })}.`,
  cancelled: (name) => `Auftrag von ${name} abgebrochen.`,
  skipped: (name) => `Ein Bild eines Auftrags von ${name} übersprungen.`,
  removed: (name) => `Bild von ${name} entfernt.`,
  line: (who, where) => `-# ${who}${where === "" ? "" : ` in ${where}`}`,
};
