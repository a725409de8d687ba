import type * as english from "../en/commands.ts";

export const commands: typeof english.commands = {
  draw: { about: "Generar imágenes a partir de palabras" },
  edit: { about: "Repintar una parte de una imagen o extenderla más allá de sus bordes" },
  control: { about: "Generar con la estructura de una imagen: contornos, profundidad, pose" },
  upscale: { about: "Ampliar una imagen o mejorar sus caras" },
  describe: { about: "Describir una imagen con palabras o etiquetas" },
  inspect: {
    about: "Ver con qué se hizo una imagen",
    image: "Imagen que examinar",
  },
  history: { about: "Encontrar tus últimas imágenes" },
  info: {
    about: "Ver con qué se puede generar aquí",
    list: "Qué lista",
    search: "Solo lo que lleva esto en el nombre",
  },
  prompt: {
    about: "Obtener un prompt más completo a partir de pocas palabras",
    text: "Lo que te gustaría ver; pueden seguir flags como --ar 16:9",
  },
  stats: {
    about: "Ver cuánto se genera, con qué y cuándo",
    period: "En qué periodo (los últimos 7 días si no se indica)",
    of: "De quién",
  },
  queue: {
    about: "Ver qué está en espera y qué se está generando",
    action: "Qué hacer, para la moderación",
    clear: "Vaciar: cancelar todo lo que espera en este servidor",
    pause: "Pausar: no generar nada para este servidor hasta reanudar",
    resume: "Reanudar la generación para este servidor",
    pause_all: "Pausar todo, en todas partes (quienes gestionan el bot)",
    resume_all: "Reanudar todo (quienes gestionan el bot)",
  },
};

export const menus: typeof english.menus = {
  inspect: "Datos de la imagen",
  remix: "Remezclar",
  upscale: "Ampliar",
  describe: "Describir",
  remixAvatar: "Remezclar avatar",
};
