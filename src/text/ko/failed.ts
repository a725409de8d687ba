import type * as english from "../en/failed.ts";

export const permissions: typeof english.permissions = {
  ViewChannel: "채널 보기",
  SendMessages: "메시지 보내기",
  SendMessagesInThreads: "스레드에서 메시지 보내기",
  AttachFiles: "파일 첨부",
  ReadMessageHistory: "메시지 기록 보기",
};

export const failed: typeof english.failed = {
  down: (detail) => `WebUI에 연결하지 못했어요.${quoted(detail)}`,
  busy: (detail) => `WebUI가 너무 바빠요.${quoted(detail)}`,
  broke: (detail) => `WebUI가 생성하다가 중단됐어요.${quoted(detail)}`,
  timeout: (detail) => `WebUI가 제때 끝내지 못했어요${detail === "" ? "" : ` (${detail})`}.`,
  memory: (detail) =>
    `GPU 메모리가 부족해요. 픽셀이나 이미지 수를 줄이면 될 수도 있어요.${quoted(detail)}`,
  denied: (detail) => `WebUI가 이 봇의 접근을 거부했어요.${quoted(detail)}`,
  refused: (detail) => `WebUI가 이 작업을 거부했어요.${quoted(detail)}`,
  nonsense: (detail) => `WebUI의 응답에 이미지가 없었어요.${quoted(detail)}`,
  unknown: (reference) =>
    `제 쪽에서 문제가 생겼어요. 죄송해요! 문의할 때는 \`${reference}\` 코드를 알려 주세요.`,
};

function quoted(detail: string): string {
  return detail === "" ? "" : ` WebUI의 메시지: ${detail}`;
}
