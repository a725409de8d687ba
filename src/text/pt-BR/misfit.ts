import type * as english from "../en/misfit.ts";
import { all, either, number } from "./format.ts";

export const misfit: typeof english.misfit = {
  name: (label, name) => `${label} ${name}`,
  together: (pieces, more) =>
    `Nenhuma webui daqui tem tudo isto junto: ${all.format([...pieces, ...(more > 0 ? [`mais ${number.format(more)}`] : [])])}.`,
  nearest: (webui, kind) => `A que chega mais perto é a webui ${number.format(webui)} (${kind}):`,
  instead: (piece, names) => `- no lugar de ${piece} ela tem ${either.format(names)}`,
  without: (piece) => `- seria preciso abrir mão de ${piece}`,
  more: (count) => `- e seria preciso mudar mais ${number.format(count)}`,
  abilities: {
    upscale: "ampliação",
    caption: "descrição",
    tags: "busca de tags",
    progress: "indicação do progresso",
    interrupt: "interrupção",
    skip: "salto de imagens",
  },
};
