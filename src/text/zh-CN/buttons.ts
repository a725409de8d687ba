import type * as english from "../en/buttons.ts";
import { number } from "./format.ts";

export const buttons: typeof english.buttons = {
  again: "再来一次",
  edit: "修改并重新绘制",
  vary: "生成变体",
  varyStrong: "大幅变化",
  upscale: "放大图片",
  zoom: "拉远或平移",
  details: "详情",
  remove: "移除",
  skip: "下一张图片",
  draw: "开始绘制",
  repeat: "重新绘制",
  remix: "再创作",
  original: "原图",
  control: "再加一张控制图",
  approve: "通过",
  reject: "拒绝",
  preset: "保存为预设",
  originalOf: (number) => `原图 ${number}`,
  picture: (number) => `图片 ${number}`,
  pictureSubtle: (number) => `图片 ${number}，小幅变化`,
  pictureStrong: (number) => `图片 ${number}，大幅变化`,
};

export const views: typeof english.views = {
  title: "扩展画面",
  out15: "拉远 1.5×",
  out20: "拉远 2×",
  square: "变成方形",
  left: "⬅ 向左平移",
  right: "向右平移 ➡",
  up: "⬆ 向上平移",
  down: "向下平移 ⬇",
};

export const choose: typeof english.choose = {
  several: (count) => `这条消息里有 ${number.format(count)} 张图片。`,
  which: "选哪一张？",
};

export const dialog: typeof english.dialog = {
  edit: "修改并重新绘制",
  remix: "再创作",
  control: "再加一张控制图",
  flags: "其他参数，例如 --steps 30 --ar 16:9",
};
