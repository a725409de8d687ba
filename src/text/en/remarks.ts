import { number, plural } from "./format.ts";

/** What is pointed out beside a job or its result. */

export const remarks = {
  unknownFlags: (flags: string[]) =>
    `${flags.join(", ")} ${flags.length === 1 ? "is no parameter and stayed" : "are no parameters and stayed"} in the prompt.`,
  unknownWildcards: (names: string[]) =>
    `${names.join(", ")} ${names.length === 1 ? "is no list here and stayed" : "are no lists here and stayed"} in the prompt.`,
  notHere: (names: string[]) =>
    `${names.join(", ")} ${names.length === 1 ? "is not here and was" : "are not here and were"} left out.`,
  unheeded: (labels: string[]) =>
    `${labels.join(", ")}: no webui here heeds ${labels.length === 1 ? "that, so it was" : "these, so they were"} left out.`,
  unheededThere: (labels: string[]) =>
    `${labels.join(", ")}: not heeded where the model is, so left out.`,
  idle: (labels: string[]) => `${labels.join(", ")}: of no effect on this picture, so left out.`,
  apart: (names: string[]) =>
    `${names.join(", ")} ${names.length === 1 ? "is" : "are"} on no webui that has the rest, so left out.`,
  notFlags: (words: string[]) => `${words.join(", ")}: not understood, so it was left out.`,
  optionCounts: (labels: string[]) =>
    `${labels.join(", ")}: given as option and as flag; the option counts.`,
  sizeCounts: "Width and height were given, so the aspect ratio was not used.",
  hiresWithoutTxt2img: "Hires fix does nothing when a picture is given; it was left out.",
  otherSampler: (asked: string, used: string) =>
    `The webui drew with sampler ${used}, not ${asked}.`,
  otherModel: (asked: string, used: string) => `The webui drew with model ${used}, not ${asked}.`,
  otherSize: (asked: string, used: string) => `The webui drew ${used}, not ${asked}.`,
  withoutControl:
    "The webui did not keep the structure of the given picture: ControlNet failed there.",
  fewer: (asked: number, made: number) =>
    `The webui made ${number.format(made)} of ${plural(asked, { one: "picture", other: "pictures" })}.`,
};
