import type * as english from "../en/misfit.ts";
import { all, either, number } from "./format.ts";

export const misfit: typeof english.misfit = {
  name: (label, name) => `${label} ${name}`,
  together: (pieces, more) =>
    `次のすべてがそろったWebUIはここにありません：${all.format([...pieces, ...(more > 0 ? [`ほか${number.format(more)}件`] : [])])}。`,
  nearest: (webui, kind) => `最も近いのはWebUI ${number.format(webui)}（${kind}）です：`,
  instead: (piece, names) => `- ${piece} の代わりに ${either.format(names)} があります`,
  without: (piece) => `- ${piece} を外す必要があります`,
  more: (count) => `- ほかに${number.format(count)}件を変える必要があります`,
  abilities: {
    upscale: "拡大",
    caption: "説明",
    tags: "タグの抽出",
    progress: "進み具合の通知",
    interrupt: "中断",
    skip: "画像のスキップ",
  },
};
