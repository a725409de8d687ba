import type * as english from "../en/stats.ts";
import { day, month, number, plural, unit } from "./format.ts";

export const stats: typeof english.stats = {
  title: {
    server: "Lo que se genera en este servidor",
    me: "Lo que se genera para ti, aquí y en otros sitios",
  },
  whose: { server: "Todo el servidor", me: "Solo yo" },
  periods: { today: "Hoy", week: "Últimos 7 días", ever: "Desde siempre" },
  pictures: (count) => plural(count, { one: "imagen", other: "imágenes" }),
  people: (count) => plural(count, { one: "persona", other: "personas" }),
  gpu: (duration) => `${duration} de tiempo de GPU`,
  wait: (duration) => `espera mediana ${duration}`,
  busiest: (hour) => `mayor actividad: ${hour}`,
  duration: (seconds) =>
    seconds < 90
      ? unit("second", seconds, seconds < 10 ? 1 : 0)
      : seconds < 90 * 60
        ? unit("minute", seconds / 60, 0)
        : unit("hour", seconds / 3600, 1),
  utc: "Los días y las horas son los de UTC.",
  nothing: "Todavía no se ha generado nada.",
  nothingThen: "En este periodo no se ha generado nada.",
  charts: {
    hour: "Imágenes por hora",
    day: "Imágenes por día",
    week: "Imágenes por semana",
    month: "Imágenes por mes",
    hours: "Imágenes según la hora del día",
    models: "Tiempo de GPU por modelo",
    waits: "Peticiones según el tiempo de espera",
  },
  dayOf: (at) => day.format(at),
  monthOf: (at) => month.format(at),
  noModel: "sin modelo",
  otherModels: (count) => `${number.format(count)} más`,
};
