import { all, either, number } from "./format.ts";

/** What is said where each piece of a wish is here, and no webui has them all. */
export const misfit = {
  name: (label: string, name: string) => `${label} ${name}`,
  together: (pieces: string[], more: number) =>
    `No webui here has all of this together: ${all.format([...pieces, ...(more > 0 ? [`${number.format(more)} more`] : [])])}.`,
  nearest: (webui: number, kind: string) =>
    `Webui ${number.format(webui)} (${kind}) comes nearest:`,
  instead: (piece: string, names: string[]) =>
    `- in place of ${piece} it has ${either.format(names)}`,
  without: (piece: string) => `- ${piece} would have to be left out`,
  more: (count: number) => `- and ${number.format(count)} more would have to be changed`,
  abilities: {
    upscale: "enlarging",
    caption: "describing",
    tags: "finding tags",
    progress: "telling how far it is",
    interrupt: "being interrupted",
    skip: "skipping a picture",
  },
};
