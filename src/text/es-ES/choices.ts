import type * as english from "../en/choices.ts";

export const choices: typeof english.choices = {
  resize_mode: { 0: "Estirar", 1: "Recortar", 2: "Rellenar", 3: "Estirar (latente)" },
  inpainting_fill: { 0: "Alrededores difuminados", 1: "Original", 2: "Ruido latente", 3: "Nada" },
  extend: {
    left: "Hacia la izquierda",
    right: "Hacia la derecha",
    up: "Hacia arriba",
    down: "Hacia abajo",
    all: "Por todos lados",
  },
  control_mode: {
    Balanced: "Equilibrado",
    "My prompt is more important": "Cuenta más el prompt",
    "ControlNet is more important": "Cuenta más la imagen",
  },
  mode: { caption: "Una frase", tags: "Etiquetas" },
};
