import type * as english from "../en/queue.ts";
import { number, plural } from "./format.ts";

export const queue: typeof english.queue = {
  title: (drawn, waiting) =>
    `${number.format(drawn)} em andamento, ${number.format(waiting)} em espera`,
  empty: "Não há nada em espera nem em andamento.",
  place: (place) => `**${number.format(place)}.**`,
  drawn: "em andamento",
  drawnOn: (webui, kind) => `em andamento na webui ${webui} (${kind})`,
  elsewhere: "alguém em outro lugar",
  pausedHere: "A geração está pausada para este servidor.",
  pausedAll: "A geração está pausada em todo lugar.",
  resumedHere: "A geração continua para este servidor.",
  resumedAll: "A geração continua em todo lugar.",
  cleared: (count) =>
    count === 0
      ? "Não há nada em espera aqui."
      : `${plural(count, { one: "pedido cancelado", other: "pedidos cancelados" })}.`,
};

export const audit: typeof english.audit = {
  cleared: (count) => `Fila esvaziada: ${plural(count, { one: "pedido", other: "pedidos" })}.`,
  cancelled: (name) => `Pedido de ${name} cancelado.`,
  skipped: (name) => `Imagem de um pedido de ${name} pulada.`,
  removed: (name) => `Imagem de ${name} removida.`,
  line: (who, where) => `-# ${who}${where === "" ? "" : ` em ${where}`}`,
};
