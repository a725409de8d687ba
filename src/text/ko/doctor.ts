import type * as english from "../en/doctor.ts";
import { number } from "./format.ts";

export const doctor: typeof english.doctor = {
  fine: "정상",
  notSet: "설정되지 않음",
  untried: "설정됨. `npm run doctor` 로 시험해 볼 수 있어요",
  ping: (milliseconds) => `${number.format(milliseconds)}ms 만에 응답`,
  checks: {
    discord: "Discord",
    permissions: "이 채널에서의 권한",
    redis: "Redis",
    persistence: "갑자기 중단돼도 Redis가 받은 것을 보존",
    webui: (name) => `WebUI ${name}`,
    writer: "/prompt 명령어의 언어 모델",
    queue: "대기열",
  },
  remedies: {
    persistence: "appendonly yes, appendfsync always로 설정하세요",
    webui: "--api 옵션으로 시작하세요. 자세한 것은 `npm run doctor`",
    drained: "소유자가 배정을 중지함. /admin webuis resume 명령어로 다시 작업을 배정할 수 있어요",
    noWebui: "worker와, --api 옵션을 켠 WebUI를 시작하세요",
    permissions: (names) => `다음 권한이 없어요: ${names.join(", ")}. 관리자가 줄 수 있어요`,
    start: "시작하고, WEBUI_URLS에 적힌 주소를 확인하세요",
    restart: "다시 시작하고, WebUI 창에 나오는 내용을 확인하세요",
    noWorker: "맡고 있는 worker가 없어요. 하나 시작하세요",
  },
};
