import type * as english from "../en/misfit.ts";
import { all, either, number } from "./format.ts";

export const misfit: typeof english.misfit = {
  name: (label, name) => `${label} ${name}`,
  together: (pieces, more) =>
    `這裡沒有一個 WebUI 同時具備：${all.format([...pieces, ...(more > 0 ? [`另外 ${number.format(more)} 項`] : [])])}。`,
  nearest: (webui, kind) => `最接近的是 WebUI ${number.format(webui)}（${kind}）：`,
  instead: (piece, names) => `- 它沒有 ${piece}，可以改用 ${either.format(names)}`,
  without: (piece) => `- 必須拿掉 ${piece}`,
  more: (count) => `- 另外還有 ${number.format(count)} 項要改`,
  abilities: {
    upscale: "放大",
    caption: "描述圖片",
    tags: "辨識標籤",
    progress: "回報進度",
    interrupt: "中斷繪製",
    skip: "跳過圖片",
  },
};
