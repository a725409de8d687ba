import type * as english from "../en/settings.ts";
import { language, number } from "./format.ts";
import { settingNames } from "./setting-names.ts";

export const settings: typeof english.settings = {
  names: settingNames,

  command: {
    about: "나, 채널, 서버에 적용되는 설정을 보고 바꾸기",
    view: "설정된 것과 각 값이 어디서 왔는지 보기",
    set: "설정하기",
    reset: "설정 지우기",
    scope: "적용 대상: 나, 이 채널, 서버 전체",
    name: "무엇을 설정할지",
    value: "값. 목록에서는 + 는 추가, - 는 빼기: + 첫째, 둘째",
    role: "이 역할의 멤버에게만 (한도, GPU 시간의 몫, 허용된 모델)",
    resetName: "무엇을 지울지 (지정하지 않으면 모두)",
  },

  scopes: { me: "나", channel: "이 채널", server: "이 서버" },
  sources: {
    me: "내 설정",
    channel: "이 채널의 설정",
    server: "이 서버의 설정",
    channelRole: (role) => `이 채널의 ${role} 설정`,
    serverRole: (role) => `이 서버의 ${role} 설정`,
    profile: "모델의 프로필",
    webui: "WebUI 자체 값",
    usual: "기본값",
  },
  titles: {
    all: "여기서 나에게 적용되는 설정",
    me: "내 설정",
    channel: "이 채널의 설정",
    server: "이 서버의 설정",
  },
  nothing: "여기에 설정된 것이 없어요.",
  unset: "아무도 설정하지 않은 것은 WebUI가 정해요.",
  line: (label, value, from) => `**${label}:** ${value} · ${from}`,
  ofRole: (label, role) => `${role} 역할의 ${label}`,
  plainLine: (label, value) => `**${label}:** ${value}`,
  missing: "지금 이것이 있는 WebUI가 없거나 나머지를 함께 갖춘 WebUI가 없어서 보내지 않아요",
  hidden: (count) => `그 밖에 ${number.format(count)}개, 관리자용`,
  changeDefault: "기본값 바꾸기",
  changeRule: "한도나 규칙 바꾸기",
  language,
  none: "없음",
  noLimit: "한도 없음",
  yes: "예",
  no: "아니요",
  done: (label, value, scope) => `${scope}: 이제 **${label}** 값은 ${value}.`,
  doneForRole: (label, value, scope, role) =>
    `${scope}: 이제 ${role} 역할의 **${label}** 값은 ${value}.`,
  forgotten: (label, scope) => `${scope}: **${label}** 설정을 지웠어요.`,
  forgottenForRole: (label, scope, role) =>
    `${scope}: ${role} 역할의 **${label}** 설정을 지웠어요.`,
  allForgotten: (scope, count) =>
    count === 0
      ? `${scope}: 설정된 것이 없었어요.`
      : `${scope}: 설정 ${number.format(count)}개를 지웠어요.`,
  overruled: (label, value, from) =>
    `여기서 나에게 적용되는 ${label} 값: 여전히 ${value} (${from}).`,
  clearHint: "비워 두면 설정을 지워요.",
  emptyHint: "설정되지 않음. 목록에서는 + 는 추가, - 는 빼기: + 첫째, 둘째",

  refused: {
    unknown: (typed, nearest) =>
      `\`${typed}\` 설정은 없어요. 혹시 ${nearest.map((name) => `\`${name}\``).join(", ")}인가요?`,
    notThere: (label, scopes) => `${label}: 다음에만 설정할 수 있어요: ${scopes.join(", ")}.`,
    noServer: "여기에는 서버와 채널이 없어서 내 설정만 있어요.",
    notByRole: (label) => `${label}: 역할별로 설정할 수 없어요.`,
    notYesNo: (label, typed) =>
      `${label}: \`${typed}\` 값은 쓸 수 없어요. 예 또는 아니요로 답하세요.`,
    notRole: (label, typed) =>
      `${label}: \`${typed}\` 값은 쓸 수 없어요. @Patron처럼 역할을 멘션하세요.`,
    notPerson: (label, typed) => `${label}: \`${typed}\` 값은 쓸 수 없어요. 사람을 멘션하세요.`,
    notChannel: (label, typed) =>
      `${label}: \`${typed}\` 값은 쓸 수 없어요. #log처럼 채널을 멘션하세요.`,
    notCommand: (typed) => `차단할 수 있는 \`${typed}\` 명령어는 없어요.`,
    badAmount: (label, value, min, max) =>
      `${label}: \`${value}\` 값은 쓸 수 없어요. ${min}~${max} 사이여야 해요.`,
    badList: (label) => `${label}: 항목이 너무 많거나 너무 긴 항목이 있어요.`,
    tooLong: (label) =>
      `${label}: 너무 길어서 여기에서는 바꿀 수 없어요. /settings set 을 사용하세요.`,
    notLanguage: (typed, known) =>
      `\`${typed}\` 언어는 여기에 없어요. 있는 언어: ${known.map(language).join(", ")}.`,
  },
};
