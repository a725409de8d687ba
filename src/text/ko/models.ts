import type * as english from "../en/models.ts";
import { families, speeds } from "../names.ts";
import { all, number } from "./format.ts";

export const models: typeof english.models = {
  command: {
    about: "여기의 모델을 보고, 이 서버에서 어떻게 쓸지 정하기",
    list: "모델 보기",
    search: "이름에 이 말이 있는 것만",
    info: "모델에 대해 알려진 것 보기",
    name: "멤버에게 보이는 모델 이름 정하기 (서버 관리하기)",
    newName: "이름. 비워 두면 WebUI에 있는 이름",
    hide: "모델을 목록과 추천에서 숨기기 (서버 관리하기)",
    show: "숨긴 모델을 목록과 추천에 다시 보이기 (서버 관리하기)",
    default: "다른 모델을 고르지 않았을 때 쓸 기본 모델 정하기 (서버 관리하기)",
    scope: "어디에서 (지정하지 않으면 서버 전체)",
    profile: "아무도 지정하지 않았을 때 모델에 쓸 값 정하기 (서버 관리하기)",
    model: "어느 모델인지",
    activator: "모델의 트리거 워드, 프롬프트 앞에 붙음",
    reset: "이 모델에 정해 둔 것을 지우기. 함께 지정한 값은 새로 적용",
  },
  scopes: { channel: "이 채널", server: "이 서버" },

  title: "모델",
  count: (count) => number.format(count),
  searched: (words) => `“${words}” 포함`,
  none: "아직 모델을 알려 준 WebUI가 없어요.",
  marks: {
    server: "이 서버의 기본 모델",
    channel: "이 채널의 기본 모델",
    me: "나의 기본 모델",
    webui: "WebUI 자체 모델",
    hidden: "숨김",
    missing: "지금은 어느 WebUI에도 없음",
    notAllowed: "여기서 허용되지 않음",
  },

  fields: {
    title: "파일",
    hash: "해시",
    family: "계열",
    webuis: "있는 WebUI",
    default: "기본 모델",
    allowed: "여기서 허용",
    hidden: "숨김",
    activator: "트리거 워드",
    profile: "지정하지 않았을 때",
  },
  yes: "예",
  no: "아니요",
  noHash: "한 번 불러온 뒤에 알 수 있음",
  noFamily: "이름으로 알 수 없어 크기는 WebUI가 정함",
  noProfile: "WebUI 자체 값",
  own: "이 서버",
  ofFamily: "모델 계열",

  families,
  speeds,

  named: (title, name) => `이제 여기서 ${title} 모델의 이름: ${name}.`,
  unnamed: (title) => `${title} 모델이 다시 원래 이름으로 보여요.`,
  hidden: (name) =>
    `이제 ${name} 모델은 목록과 추천에 나오지 않아요. 이름을 전부 입력하면 여전히 쓸 수 있어요. 쓰면 안 되는 모델은 \`/settings set\` 명령어의 \`allowed_models\` 설정으로 정하세요.`,
  shown: (name) => `${name} 모델이 다시 목록과 추천에 나와요.`,
  defaultOf: {
    server: (name) =>
      `이제 ${name} 모델이 이 서버의 기본 모델이에요. \`/settings reset\` 명령어에서 \`model\` 설정을 고르면 취소할 수 있어요.`,
    channel: (name) =>
      `이제 ${name} 모델이 이 채널의 기본 모델이에요. \`/settings reset\` 명령어에서 \`model\` 설정을 고르면 취소할 수 있어요.`,
  },
  defaultNotAllowed:
    "하지만 여기서는 허용되지 않아서(`allowed_models`) 허용될 때까지는 쓰이지 않아요.",
  profileKept: (name, what) => `이제 아무도 지정하지 않으면 ${name} 모델에 쓰는 값: ${what}`,
  profileForgotten: (name) => `${name} 모델에 정해 둔 것을 지웠어요.`,

  audit: {
    named: (title, name) => `${title} 모델의 이름을 “${name}”(으)로 정했어요.`,
    unnamed: (title) => `${title} 모델을 원래 이름으로 되돌렸어요.`,
    hidden: (name) => `${name} 모델을 숨겼어요.`,
    shown: (name) => `숨긴 ${name} 모델을 목록에 되돌렸어요.`,
    defaultOf: {
      server: (name) => `${name} 모델을 이 서버의 기본 모델로 정했어요.`,
      channel: (name) => `${name} 모델을 이 채널의 기본 모델로 정했어요.`,
    },
    profile: (name, what, anew) => `${name} 모델에 쓸 값을 ${anew ? "새로 " : ""}정했어요: ${what}`,
    profileForgotten: (name) => `${name} 모델에 정해 둔 것을 지웠어요.`,
  },

  cannotBeDefault: (name) =>
    `${name} 모델은 지금 어느 WebUI에도 없어서 기본 모델로 정할 수 없어요.`,
  nameTaken: (name, other) => `${name}: 이미 ${other} 모델이 쓰는 이름이에요.`,
  notAllowed: (name, allowed, more) =>
    allowed.length === 0
      ? `\`${name}\` 모델은 여기서 허용되지 않아요.`
      : `\`${name}\` 모델은 여기서 허용되지 않아요. 허용된 모델: ${all.format([...allowed.map((each) => `\`${each}\``), ...(more > 0 ? [`그 밖의 ${number.format(more)}개`] : [])])}.`,
  noneAllowedHere: "여기서 허용된 모델이 지금은 어느 WebUI에도 없어요.",
};
