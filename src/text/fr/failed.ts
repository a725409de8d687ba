import type * as english from "../en/failed.ts";

export const permissions: typeof english.permissions = {
  ViewChannel: "Voir le salon",
  SendMessages: "Envoyer des messages",
  SendMessagesInThreads: "Envoyer des messages dans les fils",
  AttachFiles: "Joindre des fichiers",
  ReadMessageHistory: "Voir les anciens messages",
};

export const failed: typeof english.failed = {
  down: (detail) => `La webui n’a pas pu être jointe.${quoted(detail)}`,
  busy: (detail) => `La webui est surchargée.${quoted(detail)}`,
  broke: (detail) => `La webui s’est interrompue pendant la génération.${quoted(detail)}`,
  timeout: (detail) => `La webui n’a pas fini à temps${detail === "" ? "" : ` (${detail})`}.`,
  memory: (detail) =>
    `Le GPU n’a pas assez de mémoire pour cela : moins de pixels ou moins d’images pourraient aider.${quoted(detail)}`,
  denied: (detail) => `La webui refuse l’accès à ce bot.${quoted(detail)}`,
  refused: (detail) => `La webui a refusé cette demande.${quoted(detail)}`,
  nonsense: (detail) => `La webui a répondu sans image.${quoted(detail)}`,
  unknown: (reference) =>
    `Quelque chose s’est mal passé de mon côté. Désolé ! Si tu le signales, indique \`${reference}\`.`,
};

function quoted(detail: string): string {
  return detail === "" ? "" : ` Sa réponse : ${detail}`;
}
