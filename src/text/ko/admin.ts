import type * as english from "../en/admin.ts";
import { number } from "./format.ts";

export const admin: typeof english.admin = {
  command: {
    about: "이 봇의 운영자용",
    webuis: "WebUI 관리",
    state: "각 WebUI의 상태 보기",
    drain: "WebUI에 새 작업을 배정하지 않기 (진행 중인 작업은 끝까지 생성)",
    resume: "WebUI에 다시 작업 배정하기",
    add: "WebUI를 하나 더 추가하고 지금부터 작업 배정하기",
    url: "WebUI의 주소 (예: http://192.168.1.7:7860 )",
    remove: "WebUI에 작업을 배정하지 않고, 다시 추가할 때까지 목록에서 빼기",
    refresh: "WebUI가 폴더를 다시 살펴보게 하고 목록 읽어 오기",
    options: "WebUI 자체 설정을 보거나 바꾸기 (사용하는 모두에게 적용)",
    webui: "어느 WebUI인지",
    option: "어떤 설정인지",
    value: "새 값. 비워 두면 지금 값을 표시",
    share: "여러 서버가 기다릴 때 한 서버가 받는 GPU 시간의 몫을 보거나 바꾸기",
    server: "어느 서버인지 (지정하지 않으면 몫이 따로 정해진 모든 서버)",
    shareValue: "몫이 두 배면 GPU 시간도 두 배. 0.1~10, 보통 1. 비워 두면 지금 값을 표시",
    doctor: "무엇이 정상이고 무엇이 아닌지 보기",
    errors: "지난 24시간 동안 생긴 오류 보기",
    announce: "기다리는 모두에게 알리기",
    text: "알릴 내용. 비워 두면 알림을 끝냄",
    hours: "몇 시간 동안 알릴지 (지정하지 않으면 24)",
    export: "한 사람에 대해 저장된 모든 것을 파일로 받기",
    erase: "한 사람에 대한 모든 것을 지우기",
    user: "누구",
    settingsExport: "나에 대해 저장된 모든 것을 파일로 받기",
    settingsErase: "나에 대해 저장된 모든 것을 지우기",
  },

  states: {
    up: "작동 중",
    resting: "쉬는 중, 아직 바쁠 수 있음",
    drained: "작업 배정 중지",
    down: "연결 안 됨",
    elsewhere: "작동 중",
  },
  troubles: {
    down: "연결할 수 없어요",
    hung: "제때 응답하지 않아요",
    broke: "생성하다가 중단됐어요",
    busy: "너무 바빠요",
    memory: "GPU 메모리가 부족했어요",
    denied: "접근이 거부돼요. --api 옵션과 로그인을 확인하세요",
    nonsense: "응답에 이미지가 없어요",
  },
  webui: (place, name, kind, state, trouble) =>
    `**${place}.** ${name} · ${kind} · ${state}${trouble === undefined ? "" : `: ${trouble}`}`,
  neverReached: (name) => `${name} · 추가됨, 아직 연결된 적 없음`,
  facts: (models, loras) => `모델 ${number.format(models)}개, LoRA ${number.format(loras)}개`,
  ownModel: (model) => `WebUI 자체 모델: ${model}`,
  drawing: "지금 생성 중",
  seen: (when) => `목록을 읽은 때: ${when}`,
  noWebuis: "지금까지 연결된 WebUI가 없어요.",
  drained: (name) =>
    `${name}의 작업 배정을 중지했어요. 생성 중인 것은 마치고, 새 작업은 받지 않아요.`,
  resumed: (name) => `${name}에 다시 작업을 배정해요.`,
  added: (name, facts) => `지금부터 ${name}에 작업을 배정해요: ${facts}.`,
  addedAway: (name) =>
    `${name} 추가를 마쳤어요. 아직 응답이 없고, 응답하는 대로 작업을 배정할게요.`,
  removed: (name) =>
    `${name}: 생성 중인 것을 마치면 목록에서 빠져요. /admin webuis add 명령어로 되돌릴 수 있어요.`,
  refreshed: (name) => `${name}: 폴더를 살펴보고 목록을 읽었어요.`,
  option: (name, value) => `**${name}**: ${value}.`,
  changed: (name, before, after) =>
    `**${name}**: ${before}에서 ${after}(으)로 바꿨어요. 이 WebUI를 쓰는 모두에게 적용돼요.`,
  unchanged: (name, value) => `WebUI가 받아들이지 않았어요. **${name}**: 여전히 ${value}.`,
  back: (value) => `${value}(으)로 되돌리기`,

  share: (server, share) =>
    `여러 서버가 기다릴 때 **${server}** 서버가 받는 GPU 시간의 몫: ${number.format(share)} (보통 1).`,
  sharesUsual: "모든 서버가 GPU 시간을 똑같이 나눠 받아요.",

  queued: (running, waiting) =>
    `생성 중 ${number.format(running)}개, 대기 중 ${number.format(waiting)}개`,

  more: (count) => `그 밖에 ${number.format(count)}개`,

  errorsTitle: (count) => `지난 24시간의 오류 ${number.format(count)}건`,
  noErrors: "지난 24시간 동안 오류가 없었어요.",
  error: (kind, count, last) => `**${kind}** · ${number.format(count)}× · 마지막 ${last}`,
  reference: (id) => `참조 ${id}`,

  announced: (until) => `이제 기다리는 모두에게 보여요. 끝나는 때: ${until}.`,
  silent: "이제 알림이 없어요.",

  exported: "이 사람에 대해 저장된 모든 것이 파일에 있어요. 게시된 것은 Discord에 있어요.",
  exportTooLarge: "파일이 너무 커서 여기에 올릴 수 없어요. 이 봇의 운영자에게 문의하세요.",
  reallyErase: (name) =>
    `${name} 님에 대한 모든 것을 지울까요? 설정, 프리셋, 이미지 목록, 생성 방법, 통계가 지워지고 기다리는 작업은 취소돼요. 게시된 이미지는 Discord에 남고, 그 버튼은 이미지에 담긴 정보만으로 작동해요.`,
  erase: "모두 지우기",
  erased: (name, cancelled) =>
    `${name} 님에 대한 모든 것을 지웠어요.${cancelled === 0 ? "" : ` 작업 ${number.format(cancelled)}개를 취소했어요.`}`,

  refused: {
    noWebui: (typed) => `\`${typed}\` WebUI는 없어요.`,
    noServer: (typed, nearest) =>
      nearest.length === 0
        ? `저는 \`${typed}\` 서버에 없어요.`
        : `저는 \`${typed}\` 서버에 없어요. 혹시 ${nearest.map((name) => `\`${name}\``).join(", ")}인가요?`,
    severalServers: (typed, ids) =>
      `이름이 \`${typed}\`인 서버가 여러 개예요. ID로 골라 주세요: ${ids.join(", ")}.`,
    whichServer: "어느 서버인가요? 몫과 함께 골라 주세요.",
    notAnAddress: "주소가 아니에요. http:// 또는 https:// 형태로 시작해야 해요.",
    isThere: (name) => `${name}: 이미 있어요.`,
    noOptions: "이 WebUI에는 여기서 보거나 바꿀 수 있는 설정이 없어요.",
    noOption: (typed, nearest) =>
      nearest.length === 0
        ? `거기에 \`${typed}\` 설정은 없어요.`
        : `거기에 \`${typed}\` 설정은 없어요. 혹시 ${nearest.map((name) => `\`${name}\``).join(", ")}인가요?`,
    wrongType: (name, value) => `${name}: \`${value}\` 값은 쓸 수 없어요.`,
    noAnswer: "WebUI가 제때 응답하지 않았어요. 불러오는 중일 수 있으니 잠시 후에 다시 확인하세요.",
    failed: (detail) => `WebUI가 거부했어요${detail === "" ? "." : `: ${detail}`}`,
  },
};
