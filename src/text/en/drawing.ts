import { number, percent, plural } from "./format.ts";

/** What the message of a job says until its result is there. */

export const waiting = {
  queued: (ahead: number, about: string | undefined) =>
    `Queued, ${ahead === 0 ? "next in line" : `${number.format(ahead)} before you`}${about === undefined ? "" : `, ${about}`}`,
  seconds: (seconds: number) =>
    seconds < 90
      ? `about ${number.format(seconds)} s`
      : `about ${plural(Math.round(seconds / 60), { one: "minute", other: "minutes" })}`,
  webuisDown: "No webui can be reached just now. Your pictures are drawn as soon as one is back.",
  paused: "Drawing is paused here. It goes on by itself once that ends.",
  cancelled: (name: string) => `Cancelled by ${name}.`,
};

export const running = {
  drawing: "Drawing",
  loading: "Drawing: the model is being loaded",
  busyElsewhere: "Next at the webui, which is drawing for somebody else right now",
  percent: (share: number) => percent.format(share),
  step: (step: number, steps: number) => `step ${number.format(step)} of ${number.format(steps)}`,
  picture: (picture: number, pictures: number) =>
    `picture ${number.format(picture)} of ${number.format(pictures)}`,
  left: (seconds: number) =>
    seconds < 90
      ? `about ${number.format(seconds)} s left`
      : `about ${plural(Math.round(seconds / 60), { one: "minute", other: "minutes" })} left`,
};
