import type * as english from "../en/buttons.ts";
import { number } from "./format.ts";

export const buttons: typeof english.buttons = {
  again: "再來一次",
  edit: "編輯後重畫",
  vary: "產生變化版",
  varyStrong: "大幅變化",
  upscale: "放大圖片",
  zoom: "拉遠或平移",
  details: "詳細資訊",
  remove: "移除",
  skip: "下一張圖片",
  draw: "開始繪製",
  repeat: "重畫一次",
  remix: "二次創作",
  original: "原圖",
  control: "再加一張控制圖",
  approve: "核准",
  reject: "拒絕",
  preset: "存成預設集",
  originalOf: (number) => `原圖 ${number}`,
  picture: (number) => `圖片 ${number}`,
  pictureSubtle: (number) => `圖片 ${number}，小幅變化`,
  pictureStrong: (number) => `圖片 ${number}，大幅變化`,
};

export const views: typeof english.views = {
  title: "延伸畫面",
  out15: "拉遠 1.5×",
  out20: "拉遠 2×",
  square: "變成正方形",
  left: "⬅ 往左平移",
  right: "往右平移 ➡",
  up: "⬆ 往上平移",
  down: "往下平移 ⬇",
};

export const choose: typeof english.choose = {
  several: (count) => `這則訊息裡有 ${number.format(count)} 張圖片。`,
  which: "要選哪一張？",
};

export const dialog: typeof english.dialog = {
  edit: "編輯後重畫",
  remix: "二次創作",
  control: "再加一張控制圖",
  flags: "其他參數，例如 --steps 30 --ar 16:9",
};
