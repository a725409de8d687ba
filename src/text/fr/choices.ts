import type * as english from "../en/choices.ts";

export const choices: typeof english.choices = {
  resize_mode: { 0: "Étirer", 1: "Rogner", 2: "Remplir", 3: "Étirer (latent)" },
  inpainting_fill: { 0: "Alentours floutés", 1: "Original", 2: "Bruit latent", 3: "Rien" },
  extend: {
    left: "Vers la gauche",
    right: "Vers la droite",
    up: "Vers le haut",
    down: "Vers le bas",
    all: "Tout autour",
  },
  control_mode: {
    Balanced: "Équilibré",
    "My prompt is more important": "Le prompt compte plus",
    "ControlNet is more important": "L’image compte plus",
  },
  mode: { caption: "Une phrase", tags: "Des tags" },
};
