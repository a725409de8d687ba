import type * as english from "../en/misfit.ts";
import { all, either, number } from "./format.ts";

export const misfit: typeof english.misfit = {
  name: (label, name) => `${label} ${name}`,
  together: (pieces, more) =>
    `Aucune webui ici n’a tout cela à la fois : ${all.format([...pieces, ...(more > 0 ? [`${number.format(more)} de plus`] : [])])}.`,
  nearest: (webui, kind) =>
    `La webui ${number.format(webui)} (${kind}) est celle qui s’en approche le plus :`,
  instead: (piece, names) => `- à la place de ${piece}, elle a ${either.format(names)}`,
  without: (piece) => `- sans ${piece}`,
  more: (count) => `- et ${number.format(count)} de plus à changer`,
  abilities: {
    upscale: "l’agrandissement",
    caption: "la description",
    tags: "la recherche de tags",
    progress: "l’indication de la progression",
    interrupt: "l’interruption",
    skip: "le saut d’une image",
  },
};
