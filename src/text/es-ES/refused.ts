import type * as english from "../en/refused.ts";
import { either, megapixels, number, plural } from "./format.ts";

export const bounds: typeof english.bounds = {
  between: (min, max) => `tiene que estar entre ${number.format(min)} y ${number.format(max)}`,
  wholeNumber: "tiene que ser un número entero",
  ratio: "tienen que ser dos números separados por dos puntos, como 16:9",
  oneOf: (values) => `tiene que ser ${either.format(values)}`,
  empty: "no puede estar vacío",
  tooLong: (max) => `puede tener ${number.format(max)} caracteres como máximo`,
  tooMany: (max) => `puede tener ${number.format(max)} entradas como máximo`,
};

export const refused: typeof english.refused = {
  outOfBounds: (label, value, why) => `${label}: \`${value}\` no vale, ${why}.`,
  notANumber: (label, value) => `${label}: \`${value}\` no vale, tiene que ser un número.`,
  flagWithoutValue: (flag) => `${flag} necesita un valor detrás.`,
  unknownName: (label, typed, nearest) =>
    nearest.length === 0
      ? `${label}: \`${typed}\` no existe aquí, ni hay ningún otro valor.`
      : `${label}: \`${typed}\` no existe aquí. ¿Querías decir ${either.format(nearest.map((name) => `\`${name}\``))}?`,
  tooManyPixels: (width, height, max) =>
    `${number.format(width)} × ${number.format(height)} es demasiado grande: una imagen puede tener ${megapixels.format(max / 1e6)} megapíxeles como máximo, hires fix incluido.`,
  ratioTooExtreme: (ratio) =>
    `La relación de aspecto \`${ratio}\` es demasiado extrema: de 1:16 a 16:1.`,
  originalGone: "El original se guardó durante un día y ya no está.",
  emptyMask: "Esa máscara no marca nada: pinta de blanco o pinta sobre una copia de la imagen.",
  otherMaskShape: (width, height) =>
    `Esa máscara no tiene la forma de la imagen: debe medir ${number.format(width)} × ${number.format(height)} píxeles, o ser mayor o menor en la misma proporción.`,
  maskAndExtend: "Máscara y extender no pueden ir juntos: extender crea su propia máscara.",
  tooManyUnits: (most) => `No más de ${number.format(most)} imágenes de control a la vez.`,
  noControl: "Ninguna webui de aquí tiene ControlNet.",
  notDrawn: "Esto no se generó a partir de palabras, así que no se puede volver a generar.",
  noPictureThere: "No hay ninguna imagen en este mensaje.",
  noPicture: "Para esto hace falta una imagen.",
  cannotDo: {
    upscale: "Ninguna webui de aquí puede ampliar imágenes.",
    caption: "Ninguna webui de aquí puede describir imágenes.",
    tags: "Ninguna webui de aquí puede buscar etiquetas para imágenes.",
    progress: "Ninguna webui de aquí indica su progreso.",
    interrupt: "Ninguna webui de aquí se puede interrumpir.",
    skip: "Ninguna webui de aquí puede saltar una imagen.",
  },
  notAPicture:
    "Ese archivo no es una imagen que yo pueda leer. Sirven PNG, JPEG, WebP, GIF y AVIF.",
  brokenPicture: "Esa imagen está dañada o incompleta.",
  fileTooLarge: (megabytes) =>
    `Ese archivo es demasiado grande: ${number.format(megabytes)} MB como máximo.`,
  pictureTooLarge: (megapixels) =>
    `Esa imagen tiene demasiados píxeles: ${number.format(megapixels)} megapíxeles como máximo.`,
  foreignAddress: "Solo se descargan archivos subidos a Discord.",
  attachmentGone: "No se ha podido descargar ese archivo de Discord. Vuelve a adjuntarlo.",
  cannotPost: (missing) =>
    `No puedo publicar imágenes aquí. Me haría falta: ${missing.join(", ")}.`,
  mayNotPost:
    "No puedes publicar imágenes en este canal (Adjuntar archivos), así que aquí no se genera nada para ti. Usa private: así el resultado solo lo ves tú.",
  queueAway:
    "La cola no está disponible ahora mismo, así que no se ha aceptado nada. Prueba de nuevo dentro de un minuto.",
  notYours: (name) => `Esto es de ${name}.`,
  alreadyDrawn: "Demasiado tarde para cancelar: ya está generado.",
  noWriter: "El modelo de lenguaje no responde ahora mismo. Prueba de nuevo dentro de un rato.",
  noWords: "No hay palabras a partir de las que escribir un prompt.",
  moderatorsOnly: "Solo pueden hacerlo los miembros con permiso para gestionar mensajes aquí.",
  noServer: "Aquí no hay ningún servidor, así que solo hay cifras tuyas: elige «Solo yo».",
  managersOnly: "Solo pueden hacerlo los miembros con permiso para gestionar este servidor.",
  ownersOnly: "Solo pueden hacerlo quienes gestionan este bot.",
  alreadyEnded: "Esto ya ha terminado.",
  tooManyWords: (most) =>
    `Esa lista es demasiado larga: ${plural(most, { one: "entrada", other: "entradas" })} como máximo.`,
  tooManyPatterns: (most) =>
    `Esa lista tiene demasiados patrones: ${number.format(most)} como máximo.`,
  wordTooLong: (most) =>
    `Una entrada de esa lista es demasiado larga: ${number.format(most)} caracteres como máximo.`,
  patternTooLong: (most) =>
    `Un patrón de esa lista es demasiado largo: ${number.format(most)} caracteres como máximo.`,
  badPattern: (pattern) =>
    `El patrón \`${pattern}\` no se puede usar. Tiene que ser uno de RE2: sin referencias hacia atrás y sin lookahead ni lookbehind.`,
  patternTooLarge: (pattern) =>
    `El patrón \`${pattern}\` es demasiado grande. Reduce sus repeticiones.`,
  patternFitsAll: (pattern) => `El patrón \`${pattern}\` coincidiría con cualquier texto.`,
  forgotten: "Ya no sé cómo se generó esto.",
  sourceForgotten: "La imagen de la que partía ya no está. Usa otra vez el comando, con la imagen.",
};
