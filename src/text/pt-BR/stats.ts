import type * as english from "../en/stats.ts";
import { day, month, number, plural, unit } from "./format.ts";

export const stats: typeof english.stats = {
  title: {
    server: "O que é gerado neste servidor",
    me: "O que é gerado para você, aqui e em outros lugares",
  },
  whose: { server: "Todo o servidor", me: "Só eu" },
  periods: { today: "Hoje", week: "Últimos 7 dias", ever: "Desde sempre" },
  pictures: (count) => plural(count, { one: "imagem", other: "imagens" }),
  people: (count) => plural(count, { one: "pessoa", other: "pessoas" }),
  gpu: (duration) => `${duration} de tempo de GPU`,
  wait: (duration) => `espera mediana ${duration}`,
  busiest: (hour) => `maior movimento: ${hour}`,
  duration: (seconds) =>
    seconds < 90
      ? unit("second", seconds, seconds < 10 ? 1 : 0)
      : seconds < 90 * 60
        ? unit("minute", seconds / 60, 0)
        : unit("hour", seconds / 3600, 1),
  utc: "Os dias e as horas são os de UTC.",
  nothing: "Nada foi gerado ainda.",
  nothingThen: "Nada foi gerado neste período.",
  charts: {
    hour: "Imagens por hora",
    day: "Imagens por dia",
    week: "Imagens por semana",
    month: "Imagens por mês",
    hours: "Imagens por hora do dia",
    models: "Tempo de GPU por modelo",
    waits: "Pedidos por tempo de espera",
  },
  dayOf: (at) => day.format(at),
  monthOf: (at) => month.format(at),
  noModel: "sem modelo",
  otherModels: (count) => `mais ${number.format(count)}`,
};
