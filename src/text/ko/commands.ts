import type * as english from "../en/commands.ts";

export const commands: typeof english.commands = {
  draw: { about: "글로 이미지 생성하기" },
  edit: { about: "이미지의 일부를 다시 그리거나 바깥을 이어 그리기" },
  control: { about: "이미지의 구조(윤곽, 깊이, 포즈)를 살려 생성하기" },
  upscale: { about: "이미지를 확대하거나 얼굴을 보정하기" },
  describe: { about: "이미지를 문장이나 태그로 설명하기" },
  inspect: {
    about: "이미지가 어떻게 만들어졌는지 보기",
    image: "살펴볼 이미지",
  },
  history: { about: "내 최근 이미지 다시 찾기" },
  info: {
    about: "여기서 무엇으로 생성할 수 있는지 보기",
    list: "어떤 목록인지",
    search: "이름에 이 말이 있는 것만",
  },
  prompt: {
    about: "몇 마디로 더 풍부한 프롬프트 쓰기",
    text: "보고 싶은 것. 뒤에 --ar 16:9 같은 플래그를 붙일 수 있음",
  },
  stats: {
    about: "무엇으로 언제 얼마나 생성했는지 보기",
    period: "기간 (지정하지 않으면 지난 7일)",
    of: "누구의 것",
  },
  queue: {
    about: "대기 중인 것과 생성 중인 것 보기",
    action: "수행할 동작 (관리자용)",
    clear: "비우기: 이 서버에서 대기 중인 것을 모두 취소",
    pause: "일시 중지: 다시 시작할 때까지 이 서버에서 생성하지 않기",
    resume: "이 서버의 생성 다시 시작",
    pause_all: "모든 곳에서 일시 중지 (봇 소유자)",
    resume_all: "모든 곳에서 다시 시작 (봇 소유자)",
  },
};

export const menus: typeof english.menus = {
  inspect: "이미지 정보",
  remix: "리믹스",
  upscale: "확대",
  describe: "설명",
  remixAvatar: "아바타 리믹스",
};
