import type * as english from "../en/choices.ts";

export const choices: typeof english.choices = {
  resize_mode: { 0: "Strecken", 1: "Zuschneiden", 2: "Auffüllen", 3: "Strecken (latent)" },
  inpainting_fill: {
    0: "Verwischte Umgebung",
    1: "Original",
    2: "Latentes Rauschen",
    3: "Nichts",
  },
  extend: {
    left: "Nach links",
    right: "Nach rechts",
    up: "Nach oben",
    down: "Nach unten",
    all: "Rundherum",
  },
  control_mode: {
    Balanced: "Ausgewogen",
    "My prompt is more important": "Der Prompt zählt mehr",
    "ControlNet is more important": "Das Bild zählt mehr",
  },
  mode: { caption: "Ein Satz", tags: "Tags" },
};
