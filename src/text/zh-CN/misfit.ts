import type * as english from "../en/misfit.ts";
import { all, either, number } from "./format.ts";

export const misfit: typeof english.misfit = {
  name: (label, name) => `${label} ${name}`,
  together: (pieces, more) =>
    `这里没有一个 WebUI 能同时满足：${all.format([...pieces, ...(more > 0 ? [`另外 ${number.format(more)} 项`] : [])])}。`,
  nearest: (webui, kind) => `最接近的是 WebUI ${number.format(webui)}（${kind}）：`,
  instead: (piece, names) => `- 没有 ${piece}，可以换成 ${either.format(names)}`,
  without: (piece) => `- 需要去掉 ${piece}`,
  more: (count) => `- 还有 ${number.format(count)} 项需要改动`,
  abilities: {
    upscale: "放大",
    caption: "描述图片",
    tags: "识别标签",
    progress: "报告进度",
    interrupt: "中断绘制",
    skip: "跳过图片",
  },
};
