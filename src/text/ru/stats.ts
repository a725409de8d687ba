import type * as english from "../en/stats.ts";
import { day, month, plural, unit } from "./format.ts";

export const stats: typeof english.stats = {
  title: {
    server: "Что рисуют на этом сервере",
    me: "Что рисуется для вас, здесь и в других местах",
  },
  whose: { server: "Все на этом сервере", me: "Только я" },
  periods: { today: "Сегодня", week: "Последние 7 дней", ever: "За всё время" },
  pictures: (count) =>
    plural(count, { one: "картинка", few: "картинки", many: "картинок", other: "картинки" }),
  people: (count) =>
    plural(count, { one: "человек", few: "человека", many: "человек", other: "человека" }),
  gpu: (duration) => `время GPU ${duration}`,
  wait: (duration) => `медианное ожидание ${duration}`,
  busiest: (hour) => `больше всего в ${hour}`,
  duration: (seconds) =>
    seconds < 90
      ? unit("second", seconds, seconds < 10 ? 1 : 0)
      : seconds < 90 * 60
        ? unit("minute", seconds / 60, 0)
        : unit("hour", seconds / 3600, 1),
  utc: "Дни и часы — по UTC.",
  nothing: "Ещё ничего не нарисовано.",
  nothingThen: "За это время ничего не нарисовано.",
  charts: {
    hour: "Картинки по часам",
    day: "Картинки по дням",
    week: "Картинки по неделям",
    month: "Картинки по месяцам",
    hours: "Картинки по времени суток",
    models: "Время GPU по моделям",
    waits: "Задания по времени ожидания",
  },
  dayOf: (at) => day.format(at),
  monthOf: (at) => month.format(at),
  noModel: "без модели",
  otherModels: (count) =>
    plural(count, { one: "другая", few: "другие", many: "других", other: "другие" }),
};
