import { number, plural } from "./format.ts";

/** `/queue`, and what is noted of that. */

export const queue = {
  title: (drawn: number, waiting: number) =>
    `${number.format(drawn)} being drawn, ${number.format(waiting)} waiting`,
  empty: "Nothing waits, and nothing is being drawn.",
  place: (place: number) => `**${number.format(place)}.**`,
  drawn: "being drawn",
  drawnOn: (webui: number, kind: string) => `being drawn on webui ${webui} (${kind})`,
  elsewhere: "somebody elsewhere",
  pausedHere: "Drawing is paused for this server.",
  pausedAll: "Drawing is paused everywhere.",
  resumedHere: "Drawing goes on for this server.",
  resumedAll: "Drawing goes on everywhere.",
  cleared: (count: number) =>
    count === 0
      ? "Nothing waits here."
      : `${plural(count, { one: "job", other: "jobs" })} cancelled.`,
};

/** What is noted in a server's audit channel. */
export const audit = {
  cleared: (count: number) => `Cleared the queue: ${plural(count, { one: "job", other: "jobs" })}.`,
  cancelled: (name: string) => `Cancelled a job of ${name}.`,
  skipped: (name: string) => `Skipped a picture in a job of ${name}.`,
  removed: (name: string) => `Removed a picture of ${name}.`,
  line: (who: string, where: string) => `-# ${who}${where === "" ? "" : ` in ${where}`}`,
};
