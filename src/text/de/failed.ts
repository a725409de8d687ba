import type * as english from "../en/failed.ts";

export const permissions: typeof english.permissions = {
  ViewChannel: "Kanal ansehen",
  SendMessages: "Nachrichten senden",
  SendMessagesInThreads: "Nachrichten in Threads senden",
  AttachFiles: "Dateien anhängen",
  ReadMessageHistory: "Nachrichtenverlauf anzeigen",
};

export const failed: typeof english.failed = {
  down: (detail) => `Die Webui war nicht erreichbar.${quoted(detail)}`,
  busy: (detail) => `Die Webui ist überlastet.${quoted(detail)}`,
  broke: (detail) => `Die Webui ist beim Zeichnen abgebrochen.${quoted(detail)}`,
  timeout: (detail) =>
    `Die Webui ist nicht rechtzeitig fertig geworden${detail === "" ? "" : ` (${detail})`}.`,
  memory: (detail) =>
    `Die GPU hat dafür nicht genug Speicher: Weniger Pixel oder weniger Bilder könnten helfen.${quoted(detail)}`,
  denied: (detail) => `Die Webui lässt diesen Bot nicht hinein.${quoted(detail)}`,
  refused: (detail) => `Die Webui hat das abgelehnt.${quoted(detail)}`,
  nonsense: (detail) => `Die Webui hat ohne ein Bild geantwortet.${quoted(detail)}`,
  unknown: (reference) =>
    `Bei mir ist etwas schiefgegangen. Tut mir leid! Wenn du es meldest, nenne \`${reference}\`.`,
};

function quoted(detail: string): string {
  return detail === "" ? "" : ` Sie sagt: ${detail}`;
}
