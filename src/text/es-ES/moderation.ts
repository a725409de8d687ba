import type * as english from "../en/moderation.ts";
import { decimal, number } from "./format.ts";

export const moderation: typeof english.moderation = {
  refused: {
    word: "Este prompt tiene algo que aquí no se genera. Dilo con otras palabras, por favor.",
    written: "Lo que se escribió tiene algo que aquí no se genera. Prueba con otras palabras.",
    nothingLeft: "De este prompt no queda nada que se pueda generar aquí. Añade algo, por favor.",
    banned: "No puedes generar nada en este servidor. Su moderación puede cambiarlo.",
    notHere: "No es un canal de este servidor que yo conozca.",
    decided: (by) => `${by} ya ha decidido sobre esto.`,
  },

  audit: {
    word: (word, prompt) => `Rechazado por una palabra prohibida, ${word}: ${prompt}`,
    written: (word, prompt) =>
      `Prompt escrito retenido por una palabra prohibida, ${word}: ${prompt}`,
    refused: (said) => `Rechazado, con estas palabras: ${said}`,
    banned: "Rechazado: no puede generar nada aquí.",
    cannotWrite: (channel) =>
      `No puedo escribir en ${channel}: déjame verlo y enviar mensajes ahí; si no, no se anotará nada.`,
  },

  review: {
    waits: "Ya está generado. La moderación lo mirará antes de que se muestre.",
    waitsForCheck: "Ya está generado. Se mostrará en cuanto se pueda comprobar.",
    rejected: "La moderación ha decidido no mostrar esto.",
    expired: "Nadie lo ha mirado a tiempo, así que no se muestra.",
    unseen: "Esto no se muestra: no ha pasado la comprobación que se hace aquí.",
    held: (who, where) => `**Retenido para revisión:** un resultado de ${who} en ${where}`,
    score: (score, label) =>
      label === ""
        ? `Puntuación ${decimal.format(score)}`
        : `Puntuación ${decimal.format(score)} (${label})`,
    unchecked: "No se ha podido comprobar: el clasificador no responde.",
    some: (shown, all) => `${number.format(shown)} de ${number.format(all)} imágenes`,
    decided: {
      approved: (by) => `✅ Aprobado por ${by}.`,
      rejected: (by) => `🚫 Rechazado por ${by}.`,
      expired: () => "Nadie ha decidido sobre esto a tiempo: se ha rechazado.",
    },
    posted: "Ir al resultado",
  },

  emptyPicture:
    "La webui ha devuelto una imagen vacía: puede que haya saltado su propio filtro de seguridad o que haya fallado su VAE.",
};
