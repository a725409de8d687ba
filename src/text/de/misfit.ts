import type * as english from "../en/misfit.ts";
import { all, either, number, plural } from "./format.ts";

export const misfit: typeof english.misfit = {
  name: (label, name) => `${label} ${name}`,
  together: (pieces, more) =>
    `Keine Webui hier hat all das zusammen: ${all.format([...pieces, ...(more > 0 ? [`${number.format(more)} weitere`] : [])])}.`,
  nearest: (webui, kind) => `Am nächsten kommt Webui ${number.format(webui)} (${kind}):`,
  instead: (piece, names) => `- statt ${piece} hat sie ${either.format(names)}`,
  without: (piece) => `- ${piece} müsste wegbleiben`,
  more: (count) =>
    `- und ${plural(count, { one: "weiteres müsste", other: "weitere müssten" })} anders sein`,
  abilities: {
    upscale: "Vergrößern",
    caption: "Beschreiben",
    tags: "Tags finden",
    progress: "sagen, wie weit sie ist",
    interrupt: "sich unterbrechen lassen",
    skip: "ein Bild überspringen",
  },
};
