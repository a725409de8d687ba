import type * as english from "../en/setting-names.ts";

export const settingNames: typeof english.settingNames = {
  max_waiting: {
    label: "동시 작업 수",
    about: "멤버 한 명이 대기하거나 생성할 수 있는 작업 수. 0은 한도 없음",
  },
  max_count: { label: "작업당 이미지 수", about: "작업 하나의 최대 이미지 수. 0은 한도 없음" },
  max_steps: { label: "최대 스텝", about: "최대 샘플링 스텝 수. 0은 한도 없음" },
  max_pixels: {
    label: "최대 픽셀",
    about: "완성된 이미지의 최대 픽셀 수, hires fix 포함. 0은 한도 없음",
  },
  max_upscale: {
    label: "최대 확대 배율",
    about: "이미지를 몇 배까지 확대할 수 있는지. 0은 한도 없음",
  },
  max_per_hour: {
    label: "시간당 작업 수",
    about: "멤버 한 명의 시간당 최대 작업 수. 0은 한도 없음",
  },
  gpu_seconds_per_day: {
    label: "하루 GPU 시간(초)",
    about: "멤버 한 명이 하루에 GPU를 쓸 수 있는 시간(초). 0은 한도 없음",
  },
  cooldown_seconds: {
    label: "작업 사이의 쉬는 시간",
    about: "멤버가 다음 작업을 요청하기까지의 시간(초). 0은 없음",
  },
  gpu_share: {
    label: "GPU 시간의 몫",
    about: "둘이 기다릴 때 2인 쪽은 1인 쪽보다 GPU 시간을 두 배로 받음. 0.1~10",
  },
  blocked_commands: {
    label: "차단된 명령어",
    about: "쓸 수 없는 명령어, 쉼표로 구분",
  },
  banned_words: {
    label: "금지어",
    about: "이 말이 있는 프롬프트를 거부. 쉼표로 구분, /.../ 형태는 정규식",
  },
  banned_words_sfw: {
    label: "금지어 (연령 제한 채널 제외)",
    about: "연령 제한 채널을 뺀 모든 곳에서 거부",
  },
  dropped_words: {
    label: "빼는 말",
    about: "알림 없이 프롬프트에서 뺌. 쉼표로 구분, /.../ 형태는 정규식",
  },
  always_negative: {
    label: "항상 네거티브",
    about: "모든 네거티브 프롬프트에 들어가는 말",
  },
  allowed_models: {
    label: "허용된 모델",
    about: "이 모델로만 생성할 수 있음, 쉼표로 구분",
  },
  allowed_roles: {
    label: "허용된 역할",
    about: "이 역할이 있는 멤버만 생성할 수 있음",
  },
  banned_roles: { label: "금지된 역할", about: "이 역할이 있는 멤버는 생성할 수 없음" },
  banned_people: { label: "금지된 멤버", about: "생성할 수 없는 멤버" },
  forced_spoiler: { label: "항상 스포일러", about: "모든 이미지를 클릭할 때까지 숨기기" },
  spoiler_roles: {
    label: "스포일러 역할",
    about: "이 역할이 있는 멤버의 이미지를 클릭할 때까지 숨기기",
  },
  review: {
    label: "검토",
    about: "운영자의 분류기로 결과를 검사. 걸린 결과는 관리자의 확인을 기다림",
  },
  live_preview: { label: "실시간 미리보기", about: "생성 중인 이미지 표시" },
  audit_channel: {
    label: "감사 채널",
    about: "거부된 것과 관리자의 활동을 기록할 곳",
  },
  public_language: {
    label: "공개 언어",
    about: "모두에게 보이는 메시지의 언어",
  },
};
