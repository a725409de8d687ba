import { all, number, plural } from "./format.ts";

const jobs = (count: number) => plural(count, { one: "job", other: "jobs" });
const seconds = (amount: number) => `${number.format(Math.ceil(amount))} s`;
/** Shown as how long that is from now, by the reader's own clock. */
const at = (ms: number) => `<t:${Math.ceil(ms / 1000)}:R>`;

/** What one member may do in one place, and what is said where that is less than what was asked for. */
export const limits = {
  over: {
    count: (asked: number, most: number) =>
      `You asked for ${number.format(asked)} pictures at once. Your limit here is ${number.format(most)}.`,
    steps: (asked: number, most: number) =>
      `You asked for ${number.format(asked)} steps. Your limit here is ${number.format(most)}.`,
    scale: (asked: number, most: number) =>
      `You asked for a picture ${number.format(asked)} times as large. Your limit here is ${number.format(most)} times.`,
    pixels: (width: number, height: number, most: number) =>
      `The picture would have ${number.format(width)} × ${number.format(height)} = ${number.format(width * height)} pixels. Your limit here is ${number.format(most)} pixels, hires fix included.`,
  },
  refused: {
    waiting: (used: number, most: number) =>
      `You have ${number.format(used)} of at most ${jobs(most)} waiting or being drawn here. There is room again as soon as one of them is done or cancelled.`,
    hour: (used: number, most: number, freeAt: number) =>
      `You have asked for ${number.format(used)} of at most ${jobs(most)} an hour here. You can ask for the next one ${at(freeAt)}.`,
    cooldown: (pause: number, freeAt: number) =>
      `Between two jobs there has to be a pause of ${seconds(pause)} here. It ends ${at(freeAt)}.`,
    gpu: (used: number, reserved: number, most: number, freeAt: number) =>
      `You have used ${seconds(used)} of at most ${seconds(most)} of GPU time today${reserved > 0 ? `, and your jobs that wait need about ${seconds(reserved)} more` : ""}. Your GPU time is free again ${at(freeAt)}.`,
    gpuTooMuch: (own: number, used: number, reserved: number, most: number, freeAt: number) =>
      `This would take about ${seconds(own)}. Of at most ${seconds(most)} of GPU time today you have used ${seconds(used)}${reserved > 0 ? `, and your jobs that wait need about ${seconds(reserved)} more` : ""}. Your GPU time is free again ${at(freeAt)}.`,
    command: (name: string) => `${name} is switched off for you here.`,
    roles: (roles: string[]) =>
      `Only members with certain roles can have something drawn here: ${all.format(roles)}.`,
  },
  info: {
    title: "Your limits here",
    none: "none",
    waiting: (used: number, most: number) =>
      `Jobs that wait or are being drawn: ${number.format(used)} of ${number.format(most)}`,
    count: (most: number) => `Pictures at once: ${number.format(most)}`,
    steps: (most: number) => `Steps: ${number.format(most)}`,
    pixels: (most: number) => `Pixels of a picture, hires fix included: ${number.format(most)}`,
    scale: (most: number) => `Enlarging: ${number.format(most)} times`,
    hour: (used: number, most: number, freeAt: number | undefined) =>
      `Jobs in an hour: ${number.format(used)} of ${number.format(most)}${freeAt === undefined ? "" : `, you can ask for the next one ${at(freeAt)}`}`,
    gpu: (used: number, reserved: number, most: number, freeAt: number) =>
      `GPU time today: ${seconds(used)} of ${seconds(most)}${reserved > 0 ? `, about ${seconds(reserved)} more for what waits` : ""}; all of it is free again ${at(freeAt)}`,
    cooldown: (pause: number, freeAt: number | undefined) =>
      `Pause between two jobs: ${seconds(pause)}${freeAt === undefined ? "" : `, you can ask for the next one ${at(freeAt)}`}`,
    share: (share: number) => `Your share of GPU time: ${number.format(share)} (usually 1)`,
    commands: (names: string[]) => `Switched off: ${all.format(names)}`,
    roles: (roles: string[]) => `Drawing is for members with these roles: ${all.format(roles)}`,
  },
};
