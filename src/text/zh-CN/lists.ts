import type * as english from "../en/lists.ts";
import { number } from "./format.ts";

export const inspect: typeof english.inspect = {
  madeWith: (program) => `由 ${program} 生成`,
  nothing: "这张图片里没有记录它是怎么画的。",
  picture: (picture, pictures) => `第 ${picture} 张，共 ${pictures} 张`,
  choose: "查看另一张图片",
};

export const history: typeof english.history = {
  title: "你最近的图片",
  nothing: "最近一个月没有你的图片。",
  enlarged: "一张放大的图片",
  open: "前往查看",
  hidden: "仅你可见",
};

export const info: typeof english.info = {
  title: "这里有什么",
  lists: {
    models: "模型",
    samplers: "采样器",
    schedulers: "调度器",
    styles: "风格",
    loras: "LoRA",
    upscalers: "放大算法",
    vaes: "VAE",
    detailers: "细节修复",
    controlTypes: "ControlNet 类型",
    webuis: "WebUI",
  },
  count: (count) => number.format(count),
  searched: (words) => `包含“${words}”`,
  choose: "查看一个列表",
  webui: (webui, kind, up) => `WebUI ${webui}：${kind}，${up ? "正常" : "离线"}`,
};
