import type * as english from "../en/moderation.ts";
import { decimal, number } from "./format.ts";

export const moderation: typeof english.moderation = {
  refused: {
    word: "이 프롬프트에는 여기서 생성하지 않는 것이 있어요. 다른 말로 바꿔 주세요.",
    written: "작성된 글에 여기서 생성하지 않는 것이 있어요. 다른 말로 해 보세요.",
    nothingLeft: "이 프롬프트에는 여기서 생성할 수 있는 것이 남지 않았어요. 내용을 더해 주세요.",
    banned: "이 서버에서는 이미지를 생성할 수 없게 되어 있어요. 서버 관리자가 바꿀 수 있어요.",
    notHere: "제가 아는 이 서버의 채널이 아니에요.",
    decided: (by) => `${by} 님이 이미 결정했어요.`,
  },

  audit: {
    word: (word, prompt) => `금지어 ${word} 때문에 거부함: ${prompt}`,
    written: (word, prompt) => `금지어 ${word} 때문에 작성된 프롬프트를 보여 주지 않음: ${prompt}`,
    refused: (said) => `거부했어요. 이렇게 알렸어요: ${said}`,
    banned: "거부함: 여기서 생성할 수 없는 멤버.",
    cannotWrite: (channel) =>
      `${channel} 채널에 글을 쓸 수 없어요. 제가 채널을 보고 메시지를 보낼 수 있게 해 주세요. 그러지 않으면 아무것도 기록되지 않아요.`,
  },

  review: {
    waits: "생성했어요. 관리자가 확인한 뒤에 표시돼요.",
    waitsForCheck: "생성했어요. 검사할 수 있게 되면 바로 표시돼요.",
    rejected: "관리자가 표시하지 않기로 했어요.",
    expired: "제때 확인한 사람이 없어서 표시하지 않아요.",
    unseen: "표시하지 않아요. 이곳의 검사를 통과하지 못했어요.",
    held: (who, where) => `**검토 대기:** ${where}에서 ${who} 님의 결과`,
    score: (score, label) =>
      label === "" ? `점수 ${decimal.format(score)}` : `점수 ${decimal.format(score)} (${label})`,
    unchecked: "검사하지 못했어요. 분류기가 응답하지 않아요.",
    some: (shown, all) => `이미지 ${number.format(all)}장 중 ${number.format(shown)}장`,
    decided: {
      approved: (by) => `✅ ${by} 님이 승인했어요.`,
      rejected: (by) => `🚫 ${by} 님이 거절했어요.`,
      expired: () => "제때 결정한 사람이 없어서 거절됐어요.",
    },
    posted: "결과 보기",
  },

  emptyPicture:
    "WebUI가 빈 이미지를 돌려줬어요. 자체 안전 필터가 작동했거나 VAE에 문제가 생겼을 수 있어요.",
};
