import type * as english from "../en/failed.ts";

export const permissions: typeof english.permissions = {
  ViewChannel: "Ver canal",
  SendMessages: "Enviar mensajes",
  SendMessagesInThreads: "Enviar mensajes en hilos",
  AttachFiles: "Adjuntar archivos",
  ReadMessageHistory: "Leer el historial de mensajes",
};

export const failed: typeof english.failed = {
  down: (detail) => `No se ha podido acceder a la webui.${quoted(detail)}`,
  busy: (detail) => `La webui está saturada.${quoted(detail)}`,
  broke: (detail) => `La webui se ha interrumpido mientras generaba.${quoted(detail)}`,
  timeout: (detail) => `La webui no ha terminado a tiempo${detail === "" ? "" : ` (${detail})`}.`,
  memory: (detail) =>
    `La GPU no tiene memoria suficiente para esto: prueba con menos píxeles o menos imágenes.${quoted(detail)}`,
  denied: (detail) => `La webui no deja entrar a este bot.${quoted(detail)}`,
  refused: (detail) => `La webui lo ha rechazado.${quoted(detail)}`,
  nonsense: (detail) => `La webui ha dado una respuesta sin imagen.${quoted(detail)}`,
  unknown: (reference) =>
    `Algo ha fallado por mi parte. ¡Lo siento! Si avisas de ello, menciona \`${reference}\`.`,
};

function quoted(detail: string): string {
  return detail === "" ? "" : ` Dijo: ${detail}`;
}
