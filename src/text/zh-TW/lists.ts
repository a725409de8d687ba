import type * as english from "../en/lists.ts";
import { number } from "./format.ts";

export const inspect: typeof english.inspect = {
  madeWith: (program) => `由 ${program} 產生`,
  nothing: "這張圖片沒有記錄它是怎麼畫出來的。",
  picture: (picture, pictures) => `第 ${picture} 張，共 ${pictures} 張`,
  choose: "查看另一張圖片",
};

export const history: typeof english.history = {
  title: "你最近的圖片",
  nothing: "最近一個月沒有你的圖片。",
  enlarged: "一張放大的圖片",
  open: "前往查看",
  hidden: "只有你看得到",
};

export const info: typeof english.info = {
  title: "這裡有什麼",
  lists: {
    models: "模型",
    samplers: "取樣器",
    schedulers: "排程器",
    styles: "風格",
    loras: "LoRA",
    upscalers: "放大演算法",
    vaes: "VAE",
    detailers: "細節修復",
    controlTypes: "ControlNet 類型",
    webuis: "WebUI",
  },
  count: (count) => number.format(count),
  searched: (words) => `含有「${words}」`,
  choose: "查看一份清單",
  webui: (webui, kind, up) => `WebUI ${webui}：${kind}，${up ? "正常" : "離線"}`,
};
