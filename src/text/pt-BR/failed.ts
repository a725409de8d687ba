import type * as english from "../en/failed.ts";

export const permissions: typeof english.permissions = {
  ViewChannel: "Ver canal",
  SendMessages: "Enviar mensagens",
  SendMessagesInThreads: "Enviar mensagens em tópicos",
  AttachFiles: "Anexar arquivos",
  ReadMessageHistory: "Ver histórico de mensagens",
};

export const failed: typeof english.failed = {
  down: (detail) => `Não foi possível acessar a webui.${quoted(detail)}`,
  busy: (detail) => `A webui está ocupada demais.${quoted(detail)}`,
  broke: (detail) => `A webui parou no meio da geração.${quoted(detail)}`,
  timeout: (detail) => `A webui não terminou a tempo${detail === "" ? "" : ` (${detail})`}.`,
  memory: (detail) =>
    `A GPU não tem memória suficiente para isto: menos pixels ou menos imagens podem ajudar.${quoted(detail)}`,
  denied: (detail) => `A webui não deixa este bot entrar.${quoted(detail)}`,
  refused: (detail) => `A webui recusou isto.${quoted(detail)}`,
  nonsense: (detail) => `A webui deu uma resposta sem imagem.${quoted(detail)}`,
  unknown: (reference) =>
    `Algo deu errado do meu lado. Desculpe! Se for relatar, mencione \`${reference}\`.`,
};

function quoted(detail: string): string {
  return detail === "" ? "" : ` Ela disse: ${detail}`;
}
