import type * as english from "../en/remarks.ts";
import { number, plural } from "./format.ts";

/** "--v blieb", "--v, --s blieben" */
const be = (names: readonly string[], one: string, several: string) =>
  `${names.join(", ")} ${names.length === 1 ? one : several}`;

export const remarks: typeof english.remarks = {
  unknownFlags: (flags) =>
    `${be(flags, "ist kein Parameter und blieb", "sind keine Parameter und blieben")} im Prompt.`,
  unknownWildcards: (names) =>
    `${be(names, "ist hier keine Liste und blieb", "sind hier keine Listen und blieben")} im Prompt.`,
  notHere: (names) => `${names.join(", ")}: gibt es hier nicht, deshalb weggelassen.`,
  unheeded: (labels) =>
    `${labels.join(", ")}: Keine Webui hier achtet darauf, deshalb weggelassen.`,
  unheededThere: (labels) =>
    `${labels.join(", ")}: Wo das Modell ist, wird darauf nicht geachtet, deshalb weggelassen.`,
  idle: (labels) => `${labels.join(", ")}: ohne Wirkung auf dieses Bild, deshalb weggelassen.`,
  apart: (names) =>
    `${be(names, "ist", "sind")} auf keiner Webui, die das Übrige hat, deshalb weggelassen.`,
  notFlags: (words) => `${words.join(", ")}: nicht verstanden und deshalb weggelassen.`,
  optionCounts: (labels) => `${labels.join(", ")}: als Option und als Flag; die Option zählt.`,
  sizeCounts: "Breite und Höhe waren angegeben, deshalb wurde das Seitenverhältnis nicht benutzt.",
  hiresWithoutTxt2img:
    "Der Hires-Fix bewirkt nichts, wenn ein Bild gegeben ist; er wurde weggelassen.",
  otherSampler: (asked, used) =>
    `Die Webui hat mit dem Sampler ${used} gezeichnet, nicht mit ${asked}.`,
  otherModel: (asked, used) =>
    `Die Webui hat mit dem Modell ${used} gezeichnet, nicht mit ${asked}.`,
  otherSize: (asked, used) => `Die Webui hat ${used} gezeichnet, nicht ${asked}.`,
  withoutControl:
    "Die Webui hat den Aufbau des gegebenen Bildes nicht erhalten: ControlNet ist dort gescheitert.",
  fewer: (asked, made) =>
    `Die Webui hat ${number.format(made)} von ${plural(asked, { one: "Bild", other: "Bildern" })} gemacht.`,
};
