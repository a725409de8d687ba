import type * as english from "../en/stats.ts";
import { day, month, plural, unit } from "./format.ts";

export const stats: typeof english.stats = {
  title: {
    server: "Was auf diesem Server gezeichnet wird",
    me: "Was für dich gezeichnet wird, hier und anderswo",
  },
  whose: { server: "Alle auf diesem Server", me: "Nur ich" },
  periods: { today: "Heute", week: "Letzte 7 Tage", ever: "Insgesamt" },
  pictures: (count) => plural(count, { one: "Bild", other: "Bilder" }),
  people: (count) => plural(count, { one: "Person", other: "Personen" }),
  gpu: (duration) => `${duration} GPU-Zeit`,
  wait: (duration) => `mittlere Wartezeit ${duration}`,
  busiest: (hour) => `am meisten los um ${hour}`,
  duration: (seconds) =>
    seconds < 90
      ? unit("second", seconds, seconds < 10 ? 1 : 0)
      : seconds < 90 * 60
        ? unit("minute", seconds / 60, 0)
        : unit("hour", seconds / 3600, 1),
  utc: "Tage und Stunden sind die von UTC.",
  nothing: "Es wurde noch nichts gezeichnet.",
  nothingThen: "In dieser Zeit wurde nichts gezeichnet.",
  charts: {
    hour: "Bilder pro Stunde",
    day: "Bilder pro Tag",
    week: "Bilder pro Woche",
    month: "Bilder pro Monat",
    hours: "Bilder nach Tageszeit",
    models: "GPU-Zeit nach Modell",
    waits: "Aufträge nach Wartezeit",
  },
  dayOf: (at) => day.format(at),
  monthOf: (at) => month.format(at),
  noModel: "ohne Modell",
  otherModels: (count) => plural(count, { one: "anderes", other: "andere" }),
};
