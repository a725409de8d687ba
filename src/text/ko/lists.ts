import type * as english from "../en/lists.ts";
import { number } from "./format.ts";

export const inspect: typeof english.inspect = {
  madeWith: (program) => `만든 프로그램: ${program}`,
  nothing: "이 이미지에는 어떻게 만들어졌는지 적혀 있지 않아요.",
  picture: (picture, pictures) => `이미지 ${picture} / ${pictures}`,
  choose: "다른 이미지 보기",
};

export const history: typeof english.history = {
  title: "내 최근 이미지",
  nothing: "지난 한 달 동안 생성한 이미지가 없어요.",
  enlarged: "확대한 이미지",
  open: "바로 가기",
  hidden: "나에게만 표시됨",
};

export const info: typeof english.info = {
  title: "여기에 있는 것",
  lists: {
    models: "모델",
    samplers: "샘플러",
    schedulers: "스케줄러",
    styles: "스타일",
    loras: "LoRA 목록",
    upscalers: "업스케일러",
    vaes: "VAE 목록",
    detailers: "디테일러",
    controlTypes: "ControlNet 유형",
    webuis: "WebUI",
  },
  count: (count) => number.format(count),
  searched: (words) => `“${words}” 포함`,
  choose: "목록 보기",
  webui: (webui, kind, up) => `WebUI ${webui}: ${kind}, ${up ? "작동 중" : "연결 안 됨"}`,
};
