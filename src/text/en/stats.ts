import { day, month, plural, unit } from "./format.ts";

/** What `/stats` says beside its charts, and above them. */

export const stats = {
  title: {
    server: "What is drawn in this server",
    me: "What is drawn for you, here and elsewhere",
  },
  whose: { server: "Everybody in this server", me: "Me alone" },
  periods: { today: "Today", week: "Last 7 days", ever: "Ever" },
  pictures: (count: number) => plural(count, { one: "picture", other: "pictures" }),
  people: (count: number) => plural(count, { one: "person", other: "people" }),
  gpu: (duration: string) => `GPU time ${duration}`,
  wait: (duration: string) => `median wait ${duration}`,
  busiest: (hour: string) => `busiest at ${hour}`,
  duration: (seconds: number) =>
    seconds < 90
      ? unit("second", seconds, seconds < 10 ? 1 : 0)
      : seconds < 90 * 60
        ? unit("minute", seconds / 60, 0)
        : unit("hour", seconds / 3600, 1),
  utc: "Days and hours are those of UTC.",
  nothing: "Nothing has been drawn yet.",
  nothingThen: "Nothing was drawn in this time.",
  charts: {
    hour: "Pictures an hour",
    day: "Pictures a day",
    week: "Pictures a week",
    month: "Pictures a month",
    hours: "Pictures by hour of the day",
    models: "GPU time by model",
    waits: "Jobs by how long they waited",
  },
  /** Milliseconds since 1970; digits alone, as short as people write a date. */
  dayOf: (at: number) => day.format(at),
  monthOf: (at: number) => month.format(at),
  noModel: "without a model",
  otherModels: (count: number) => plural(count, { one: "other", other: "others" }),
};
