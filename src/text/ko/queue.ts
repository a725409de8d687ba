import type * as english from "../en/queue.ts";
import { number } from "./format.ts";

export const queue: typeof english.queue = {
  title: (drawn, waiting) =>
    `생성 중 ${number.format(drawn)}개, 대기 중 ${number.format(waiting)}개`,
  empty: "대기 중이거나 생성 중인 것이 없어요.",
  place: (place) => `**${number.format(place)}.**`,
  drawn: "생성 중",
  drawnOn: (webui, kind) => `WebUI ${webui} (${kind})에서 생성 중`,
  elsewhere: "다른 곳의 누군가",
  pausedHere: "이 서버의 생성이 일시 중지됐어요.",
  pausedAll: "모든 곳에서 생성이 일시 중지됐어요.",
  resumedHere: "이 서버의 생성이 다시 시작됐어요.",
  resumedAll: "모든 곳에서 생성이 다시 시작됐어요.",
  cleared: (count) =>
    count === 0 ? "여기에 대기 중인 것이 없어요." : `작업 ${number.format(count)}개를 취소했어요.`,
};

export const audit: typeof english.audit = {
  cleared: (count) => `대기열을 비웠어요: 작업 ${number.format(count)}개.`,
  cancelled: (name) => `${name} 님의 작업을 취소했어요.`,
  skipped: (name) => `${name} 님의 작업에서 이미지 하나를 건너뛰었어요.`,
  removed: (name) => `${name} 님의 이미지를 삭제했어요.`,
  line: (who, where) => `-# ${where === "" ? "" : `${where}에서 `}${who}`,
};
