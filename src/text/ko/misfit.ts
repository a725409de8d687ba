import type * as english from "../en/misfit.ts";
import { all, either, number } from "./format.ts";

export const misfit: typeof english.misfit = {
  name: (label, name) => `${label} ${name}`,
  together: (pieces, more) =>
    `여기에는 이 모두를 함께 갖춘 WebUI가 없어요: ${all.format([...pieces, ...(more > 0 ? [`그 밖의 ${number.format(more)}개`] : [])])}.`,
  nearest: (webui, kind) => `가장 가까운 것: WebUI ${number.format(webui)} (${kind})`,
  instead: (piece, names) => `- ${piece} 대신 쓸 수 있는 것: ${either.format(names)}`,
  without: (piece) => `- 빼야 하는 것: ${piece}`,
  more: (count) => `- 그 밖에 ${number.format(count)}개를 더 바꿔야 해요`,
  abilities: {
    upscale: "확대",
    caption: "설명",
    tags: "태그 찾기",
    progress: "진행 상황 표시",
    interrupt: "중단",
    skip: "이미지 건너뛰기",
  },
};
