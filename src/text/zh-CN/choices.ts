import type * as english from "../en/choices.ts";

export const choices: typeof english.choices = {
  resize_mode: { 0: "拉伸", 1: "裁剪", 2: "填充", 3: "拉伸（潜空间）" },
  inpainting_fill: { 0: "模糊的周边", 1: "原图", 2: "潜空间噪声", 3: "空白" },
  extend: {
    left: "向左",
    right: "向右",
    up: "向上",
    down: "向下",
    all: "四周",
  },
  control_mode: {
    Balanced: "均衡",
    "My prompt is more important": "以提示词为主",
    "ControlNet is more important": "以图片为主",
  },
  mode: { caption: "一句话", tags: "标签" },
};
