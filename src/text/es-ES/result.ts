import type * as english from "../en/result.ts";
import { number } from "./format.ts";

export const result: typeof english.result = {
  drawnFor: (name) => `generado para ${name}`,
  describedFor: (name) => `descrito para ${name}`,
  source: "a partir de una imagen",
  from: (mark, url, name) => `[${mark} a partir de una imagen](${url}) de ${name}`,
  negative: (prompt) => `Sin: ${prompt}`,
  size: "Tamaño",
  seed: "Seed",
  model: "Modelo",
  unknownModel: "el de la webui",
  page: (page, pages) => `Página ${page} de ${pages}`,
  upscaled: (scale) => `Ampliada ${number.format(scale)} veces`,
  described: "Lo que se ve",
  reencoded: "Una imagen era demasiado grande para este canal y se ha comprimido para que quepa.",
  removed: (name) => `Eliminado por ${name}.`,
};

export const details: typeof english.details = {
  infotext: "Infotext",
  command: "Para volver a generarla",
  attach: "Adjunta la imagen de la que partió, y la máscara si la hubo: no se pueden escribir.",
  nothing: "No se sabe nada más de esto.",
  originals: "Demasiado grande para este canal, así que se ha comprimido. Tal como se hizo:",
  link: (url) => `[El original](${url}), durante un día y solo para ti.`,
  noLinks:
    "El original es demasiado grande para Discord aquí. Quien gestiona este bot puede activar enlaces a él (PUBLIC_URL).",
};

export const written: typeof english.written = { from: (words) => `escrito a partir de: ${words}` };

export const mail: typeof english.mail = { back: "Ir al mensaje" };
