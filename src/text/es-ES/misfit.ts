import type * as english from "../en/misfit.ts";
import { all, either, number } from "./format.ts";

export const misfit: typeof english.misfit = {
  name: (label, name) => `${label} ${name}`,
  together: (pieces, more) =>
    `Ninguna webui de aquí tiene todo esto a la vez: ${all.format([...pieces, ...(more > 0 ? [`${number.format(more)} más`] : [])])}.`,
  nearest: (webui, kind) => `La que más se acerca es la webui ${number.format(webui)} (${kind}):`,
  instead: (piece, names) => `- en lugar de ${piece} tiene ${either.format(names)}`,
  without: (piece) => `- habría que prescindir de ${piece}`,
  more: (count) => `- y habría que cambiar ${number.format(count)} más`,
  abilities: {
    upscale: "ampliación",
    caption: "descripción",
    tags: "búsqueda de etiquetas",
    progress: "indicación del progreso",
    interrupt: "interrupción",
    skip: "salto de imágenes",
  },
};
