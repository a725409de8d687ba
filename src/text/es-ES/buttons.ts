import type * as english from "../en/buttons.ts";
import { number } from "./format.ts";

export const buttons: typeof english.buttons = {
  again: "Otra vez",
  edit: "Editar y volver a generar",
  vary: "Variar una imagen",
  varyStrong: "Variar mucho",
  upscale: "Ampliar una imagen",
  zoom: "Alejar o desplazar",
  details: "Detalles",
  remove: "Eliminar",
  skip: "Siguiente imagen",
  draw: "Generar",
  repeat: "Volver a generar esto",
  remix: "Remezclar",
  original: "Original",
  control: "Otra imagen de control",
  approve: "Aprobar",
  reject: "Rechazar",
  preset: "Guardar como preset",
  originalOf: (number) => `Original ${number}`,
  picture: (number) => `Imagen ${number}`,
  pictureSubtle: (number) => `Imagen ${number}, un poco`,
  pictureStrong: (number) => `Imagen ${number}, mucho`,
};

export const views: typeof english.views = {
  title: "Ver más allá",
  out15: "Alejar 1,5×",
  out20: "Alejar 2×",
  square: "Hacer cuadrada",
  left: "⬅ Hacia la izquierda",
  right: "Hacia la derecha ➡",
  up: "⬆ Hacia arriba",
  down: "Hacia abajo ⬇",
};

export const choose: typeof english.choose = {
  several: (count) => `Hay ${number.format(count)} imágenes en este mensaje.`,
  which: "¿Cuál?",
};

export const dialog: typeof english.dialog = {
  edit: "Editar y volver a generar",
  remix: "Remezclar",
  control: "Otra imagen de control",
  flags: "Todo lo demás, como --steps 30 --ar 16:9",
};
