import type * as english from "../en/queue.ts";
import { number, plural } from "./format.ts";

export const queue: typeof english.queue = {
  title: (drawn, waiting) =>
    `${number.format(drawn)} en curso, ${number.format(waiting)} en espera`,
  empty: "No hay nada en espera ni en curso.",
  place: (place) => `**${number.format(place)}.**`,
  drawn: "en curso",
  drawnOn: (webui, kind) => `en curso en la webui ${webui} (${kind})`,
  elsewhere: "alguien en otro sitio",
  pausedHere: "La generación está en pausa para este servidor.",
  pausedAll: "La generación está en pausa en todas partes.",
  resumedHere: "La generación sigue para este servidor.",
  resumedAll: "La generación sigue en todas partes.",
  cleared: (count) =>
    count === 0
      ? "Aquí no hay nada en espera."
      : `${plural(count, { one: "petición cancelada", other: "peticiones canceladas" })}.`,
};

export const audit: typeof english.audit = {
  cleared: (count) => `Cola vaciada: ${plural(count, { one: "petición", other: "peticiones" })}.`,
  cancelled: (name) => `Petición de ${name} cancelada.`,
  skipped: (name) => `Se ha saltado una imagen de una petición de ${name}.`,
  removed: (name) => `Imagen de ${name} eliminada.`,
  line: (who, where) => `-# ${who}${where === "" ? "" : ` en ${where}`}`,
};
