import type * as english from "../en/stats.ts";
import { day, month, plural, unit } from "./format.ts";

export const stats: typeof english.stats = {
  title: {
    server: "Ce qui est généré sur ce serveur",
    me: "Ce qui est généré pour toi, ici et ailleurs",
  },
  whose: { server: "Tout le monde sur ce serveur", me: "Moi uniquement" },
  periods: { today: "Aujourd’hui", week: "Les 7 derniers jours", ever: "Depuis le début" },
  pictures: (count) => plural(count, { one: "image", other: "images" }),
  people: (count) => plural(count, { one: "personne", other: "personnes" }),
  gpu: (duration) => `${duration} de temps GPU`,
  wait: (duration) => `attente médiane ${duration}`,
  busiest: (hour) => `pic d’activité à ${hour}`,
  duration: (seconds) =>
    seconds < 90
      ? unit("second", seconds, seconds < 10 ? 1 : 0)
      : seconds < 90 * 60
        ? unit("minute", seconds / 60, 0)
        : unit("hour", seconds / 3600, 1),
  utc: "Les jours et les heures sont en UTC.",
  nothing: "Rien n’a encore été généré.",
  nothingThen: "Rien n’a été généré pendant cette période.",
  charts: {
    hour: "Images par heure",
    day: "Images par jour",
    week: "Images par semaine",
    month: "Images par mois",
    hours: "Images selon l’heure de la journée",
    models: "Temps GPU par modèle",
    waits: "Demandes selon le temps d’attente",
  },
  dayOf: (at) => day.format(at),
  monthOf: (at) => month.format(at),
  noModel: "sans modèle",
  otherModels: (count) => plural(count, { one: "autre", other: "autres" }),
};
