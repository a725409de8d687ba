import type * as english from "../en/failed.ts";

export const permissions: typeof english.permissions = {
  ViewChannel: "Просматривать канал",
  SendMessages: "Отправлять сообщения",
  SendMessagesInThreads: "Отправлять сообщения в ветках",
  AttachFiles: "Прикреплять файлы",
  ReadMessageHistory: "Читать историю сообщений",
};

export const failed: typeof english.failed = {
  down: (detail) => `Не удалось связаться с webui.${quoted(detail)}`,
  busy: (detail) => `Webui слишком занят.${quoted(detail)}`,
  broke: (detail) => `На webui произошёл сбой во время рисования.${quoted(detail)}`,
  timeout: (detail) => `Webui не успел закончить вовремя${detail === "" ? "" : ` (${detail})`}.`,
  memory: (detail) =>
    `На GPU не хватает памяти: попробуйте меньший размер или меньше картинок.${quoted(detail)}`,
  denied: (detail) => `Webui не пускает этого бота.${quoted(detail)}`,
  refused: (detail) => `Webui отказался это делать.${quoted(detail)}`,
  nonsense: (detail) => `В ответе webui нет картинки.${quoted(detail)}`,
  unknown: (reference) =>
    `У меня что-то пошло не так. Простите! Если будете сообщать об этом, укажите \`${reference}\`.`,
};

function quoted(detail: string): string {
  return detail === "" ? "" : ` Его ответ: ${detail}`;
}
