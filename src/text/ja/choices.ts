import type * as english from "../en/choices.ts";

export const choices: typeof english.choices = {
  resize_mode: {
    0: "引き伸ばし",
    1: "切り抜き",
    2: "余白を埋める",
    3: "引き伸ばし（latent）",
  },
  inpainting_fill: {
    0: "周囲をぼかしたもの",
    1: "オリジナル",
    2: "潜在空間のノイズ",
    3: "なし",
  },
  extend: { left: "左へ", right: "右へ", up: "上へ", down: "下へ", all: "四方へ" },
  control_mode: {
    Balanced: "バランス",
    "My prompt is more important": "プロンプトを優先",
    "ControlNet is more important": "画像を優先",
  },
  mode: { caption: "文章", tags: "タグ" },
};
