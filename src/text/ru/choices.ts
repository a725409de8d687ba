import type * as english from "../en/choices.ts";

export const choices: typeof english.choices = {
  resize_mode: { 0: "Растянуть", 1: "Обрезать", 2: "Заполнить", 3: "Растянуть (latent)" },
  inpainting_fill: { 0: "Размытое окружение", 1: "Оригинал", 2: "Латентный шум", 3: "Пустота" },
  extend: {
    left: "Влево",
    right: "Вправо",
    up: "Вверх",
    down: "Вниз",
    all: "Во все стороны",
  },
  control_mode: {
    Balanced: "Поровну",
    "My prompt is more important": "Важнее промпт",
    "ControlNet is more important": "Важнее картинка",
  },
  mode: { caption: "Предложение", tags: "Теги" },
};
