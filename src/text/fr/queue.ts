import type * as english from "../en/queue.ts";
import { number, plural } from "./format.ts";

export const queue: typeof english.queue = {
  title: (drawn, waiting) =>
    `${number.format(drawn)} en cours, ${number.format(waiting)} en attente`,
  empty: "Rien n’attend, et rien n’est en cours de génération.",
  place: (place) => `**${number.format(place)}.**`,
  drawn: "en cours",
  drawnOn: (webui, kind) => `en cours sur la webui ${webui} (${kind})`,
  elsewhere: "quelqu’un ailleurs",
  pausedHere: "La génération est suspendue pour ce serveur.",
  pausedAll: "La génération est suspendue partout.",
  resumedHere: "La génération reprend pour ce serveur.",
  resumedAll: "La génération reprend partout.",
  cleared: (count) =>
    count === 0
      ? "Rien n’attend ici."
      : `${plural(count, { one: "demande annulée", other: "demandes annulées" })}.`,
};

export const audit: typeof english.audit = {
  cleared: (count) =>
    `File d’attente vidée : ${plural(count, { one: "demande", other: "demandes" })}.`,
  cancelled: (name) => `Demande de ${name} annulée.`,
  skipped: (name) => `Une image d’une demande de ${name} a été sautée.`,
  removed: (name) => `Image de ${name} supprimée.`,
  line: (who, where) => `-# ${who}${where === "" ? "" : ` dans ${where}`}`,
};
