import type * as english from "../en/result.ts";
import { number } from "./format.ts";

export const result: typeof english.result = {
  drawnFor: (name) => `${name} 님의 요청으로 생성`,
  describedFor: (name) => `${name} 님의 요청으로 설명`,
  source: "이미지에서 생성",
  from: (mark, url, name) => `[${mark} ${name} 님의 이미지](${url})에서 생성`,
  negative: (prompt) => `제외: ${prompt}`,
  size: "크기",
  seed: "시드",
  model: "모델",
  unknownModel: "WebUI 자체 모델",
  page: (page, pages) => `페이지 ${page} / ${pages}`,
  upscaled: (scale) => `${number.format(scale)}배로 확대`,
  described: "이미지에 보이는 것",
  reencoded: "이미지가 이 채널에 너무 커서 압축했어요.",
  removed: (name) => `${name} 님이 삭제했어요.`,
};

export const details: typeof english.details = {
  infotext: "Infotext",
  command: "다시 생성하려면",
  attach: "시작한 이미지와, 마스크를 썼다면 마스크도 첨부하세요. 글로는 입력할 수 없어요.",
  nothing: "더 알려진 것이 없어요.",
  originals: "이 채널에 너무 커서 압축했어요. 생성된 그대로의 이미지:",
  link: (url) => `[원본](${url}), 하루 동안 나에게만 보여요.`,
  noLinks:
    "원본이 너무 커서 Discord에 올릴 수 없어요. 이 봇의 운영자가 원본 링크를 켤 수 있어요 (PUBLIC_URL).",
};

export const written: typeof english.written = { from: (words) => `바탕이 된 말: ${words}` };

export const mail: typeof english.mail = { back: "메시지로 가기" };
