/** What went wrong, and which rights would be needed. */

export const permissions = {
  ViewChannel: "View Channel",
  SendMessages: "Send Messages",
  SendMessagesInThreads: "Send Messages in Threads",
  AttachFiles: "Attach Files",
  ReadMessageHistory: "Read Message History",
};

export const failed = {
  down: (detail: string) => `The webui could not be reached.${quoted(detail)}`,
  busy: (detail: string) => `The webui is too busy.${quoted(detail)}`,
  broke: (detail: string) => `The webui broke off while drawing.${quoted(detail)}`,
  timeout: (detail: string) =>
    `The webui did not finish in time${detail === "" ? "" : ` (${detail})`}.`,
  memory: (detail: string) =>
    `The GPU has not enough memory for this: fewer pixels or pictures may help.${quoted(detail)}`,
  denied: (detail: string) => `The webui does not let this bot in.${quoted(detail)}`,
  refused: (detail: string) => `The webui refused this.${quoted(detail)}`,
  nonsense: (detail: string) => `The webui gave an answer without a picture.${quoted(detail)}`,
  unknown: (reference: string) =>
    `Something went wrong on my side. Sorry! If you report it, say \`${reference}\`.`,
};

function quoted(detail: string): string {
  return detail === "" ? "" : ` It said: ${detail}`;
}
