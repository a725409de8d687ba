import type * as english from "../en/remarks.ts";
import { number, plural } from "./format.ts";

/** "--v sigue", "--v, --s siguen" */
const be = (names: readonly string[], one: string, several: string) =>
  `${names.join(", ")} ${names.length === 1 ? one : several}`;

export const remarks: typeof english.remarks = {
  unknownFlags: (flags) =>
    `${be(flags, "no es un parámetro y sigue", "no son parámetros y siguen")} en el prompt.`,
  unknownWildcards: (names) =>
    `${be(names, "no es una lista de aquí y sigue", "no son listas de aquí y siguen")} en el prompt.`,
  notHere: (names) => `${be(names, "no está aquí y se ha", "no están aquí y se han")} omitido.`,
  unheeded: (labels) =>
    `${labels.join(", ")}: ninguna webui de aquí lo tiene en cuenta, así que se ha omitido.`,
  unheededThere: (labels) =>
    `${labels.join(", ")}: no se tiene en cuenta donde está el modelo, así que se ha omitido.`,
  idle: (labels) => `${labels.join(", ")}: no tiene efecto en esta imagen, así que se ha omitido.`,
  apart: (names) =>
    be(
      names,
      "no está en ninguna webui que tenga lo demás, así que se ha omitido.",
      "no están en ninguna webui que tenga lo demás, así que se han omitido.",
    ),
  notFlags: (words) => `${words.join(", ")}: no se ha entendido, así que se ha omitido.`,
  optionCounts: (labels) =>
    `${labels.join(", ")}: indicado como opción y como flag; cuenta la opción.`,
  sizeCounts: "Se indicaron ancho y alto, así que no se ha usado la relación de aspecto.",
  hiresWithoutTxt2img: "Hires fix no hace nada cuando se da una imagen; se ha omitido.",
  otherSampler: (asked, used) => `La webui ha generado con el sampler ${used}, no con ${asked}.`,
  otherModel: (asked, used) => `La webui ha generado con el modelo ${used}, no con ${asked}.`,
  otherSize: (asked, used) => `La webui ha generado ${used}, no ${asked}.`,
  withoutControl:
    "La webui no ha conservado la estructura de la imagen dada: ControlNet ha fallado ahí.",
  fewer: (asked, made) =>
    `La webui ha hecho ${number.format(made)} de ${plural(asked, { one: "imagen", other: "imágenes" })}.`,
};
