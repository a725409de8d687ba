import type * as english from "../en/choices.ts";

export const choices: typeof english.choices = {
  resize_mode: { 0: "늘리기", 1: "자르기", 2: "채우기", 3: "늘리기 (latent)" },
  inpainting_fill: { 0: "흐린 주변", 1: "원본", 2: "잠재 노이즈", 3: "없음" },
  extend: {
    left: "왼쪽으로",
    right: "오른쪽으로",
    up: "위로",
    down: "아래로",
    all: "모든 방향으로",
  },
  control_mode: {
    Balanced: "균형 있게",
    "My prompt is more important": "프롬프트를 더 중요하게",
    "ControlNet is more important": "이미지를 더 중요하게",
  },
  mode: { caption: "문장", tags: "태그" },
};
