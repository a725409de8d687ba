import type * as english from "../en/remarks.ts";
import { number } from "./format.ts";

const list = (names: readonly string[]) => names.join(", ");

export const remarks: typeof english.remarks = {
  unknownFlags: (flags) =>
    `${list(flags)}: ${flags.length === 1 ? "такого параметра нет, осталось" : "таких параметров нет, остались"} в промпте.`,
  unknownWildcards: (names) =>
    `${list(names)}: ${names.length === 1 ? "такого списка здесь нет, осталось" : "таких списков здесь нет, остались"} в промпте.`,
  notHere: (names) => `${list(names)}: здесь этого нет, пропущено.`,
  unheeded: (labels) => `${list(labels)}: ни один webui здесь этого не учитывает, пропущено.`,
  unheededThere: (labels) =>
    `${list(labels)}: там, где есть модель, это не учитывается, пропущено.`,
  idle: (labels) => `${list(labels)}: на эту картинку не влияет, пропущено.`,
  apart: (names) => `${list(names)}: нет ни на одном webui, где есть всё остальное, пропущено.`,
  notFlags: (words) => `${list(words)}: непонятно, поэтому пропущено.`,
  optionCounts: (labels) => `${list(labels)}: указано и опцией, и флагом; считается опция.`,
  sizeCounts: "Указаны ширина и высота, поэтому соотношение сторон не использовано.",
  hiresWithoutTxt2img: "Hires fix не действует, когда дана картинка; он пропущен.",
  otherSampler: (asked, used) => `Webui рисовал сэмплером ${used}, а не ${asked}.`,
  otherModel: (asked, used) => `Webui рисовал моделью ${used}, а не ${asked}.`,
  otherSize: (asked, used) => `Webui нарисовал ${used}, а не ${asked}.`,
  withoutControl: "Webui не сохранил структуру данной картинки: там не сработал ControlNet.",
  fewer: (asked, made) =>
    `Webui сделал картинок: ${number.format(made)} из ${number.format(asked)}.`,
};
