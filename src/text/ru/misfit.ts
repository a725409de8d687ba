import type * as english from "../en/misfit.ts";
import { all, either, number } from "./format.ts";

export const misfit: typeof english.misfit = {
  name: (label, name) => `${label} ${name}`,
  together: (pieces, more) =>
    `Здесь нет webui, где всё это было бы сразу: ${all.format([...pieces, ...(more > 0 ? [`ещё ${number.format(more)}`] : [])])}.`,
  nearest: (webui, kind) => `Ближе всего webui ${number.format(webui)} (${kind}):`,
  instead: (piece, names) => `- ${piece}: вместо этого там есть ${either.format(names)}`,
  without: (piece) => `- ${piece}: от этого пришлось бы отказаться`,
  more: (count) => `- и пришлось бы изменить ещё ${number.format(count)}`,
  abilities: {
    upscale: "увеличение",
    caption: "описание",
    tags: "подбор тегов",
    progress: "показ хода работы",
    interrupt: "прерывание",
    skip: "пропуск картинки",
  },
};
