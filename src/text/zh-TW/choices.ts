import type * as english from "../en/choices.ts";

export const choices: typeof english.choices = {
  resize_mode: { 0: "延展", 1: "裁切", 2: "填滿", 3: "延展（潛在空間）" },
  inpainting_fill: { 0: "模糊的周圍", 1: "原圖", 2: "潛在空間雜訊", 3: "空白" },
  extend: {
    left: "往左",
    right: "往右",
    up: "往上",
    down: "往下",
    all: "四周",
  },
  control_mode: {
    Balanced: "平衡",
    "My prompt is more important": "以提示詞為主",
    "ControlNet is more important": "以圖片為主",
  },
  mode: { caption: "一句話", tags: "標籤" },
};
