import type * as english from "../en/choices.ts";

export const choices: typeof english.choices = {
  resize_mode: { 0: "Esticar", 1: "Cortar", 2: "Preencher", 3: "Esticar (latente)" },
  inpainting_fill: { 0: "Arredores desfocados", 1: "Original", 2: "Ruído latente", 3: "Nada" },
  extend: {
    left: "Para a esquerda",
    right: "Para a direita",
    up: "Para cima",
    down: "Para baixo",
    all: "Por todos os lados",
  },
  control_mode: {
    Balanced: "Equilibrado",
    "My prompt is more important": "O prompt conta mais",
    "ControlNet is more important": "A imagem conta mais",
  },
  mode: { caption: "Uma frase", tags: "Tags" },
};
