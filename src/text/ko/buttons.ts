import type * as english from "../en/buttons.ts";
import { number } from "./format.ts";

export const buttons: typeof english.buttons = {
  again: "다시",
  edit: "고쳐서 다시 생성",
  vary: "이미지 변형",
  varyStrong: "강하게 변형",
  upscale: "이미지 확대",
  zoom: "줌 아웃 또는 이동",
  details: "자세히",
  remove: "삭제",
  skip: "다음 이미지",
  draw: "생성하기",
  repeat: "이대로 다시 생성",
  remix: "리믹스",
  original: "원본",
  control: "컨트롤 이미지 하나 더",
  approve: "승인",
  reject: "거절",
  preset: "프리셋으로 저장",
  originalOf: (number) => `원본 ${number}`,
  picture: (number) => `이미지 ${number}`,
  pictureSubtle: (number) => `이미지 ${number}, 약하게`,
  pictureStrong: (number) => `이미지 ${number}, 강하게`,
};

export const views: typeof english.views = {
  title: "더 넓게 보기",
  out15: "1.5배 줌 아웃",
  out20: "2배 줌 아웃",
  square: "정사각형으로 만들기",
  left: "⬅ 왼쪽으로 이동",
  right: "오른쪽으로 이동 ➡",
  up: "⬆ 위로 이동",
  down: "아래로 이동 ⬇",
};

export const choose: typeof english.choose = {
  several: (count) => `이 메시지에는 이미지가 ${number.format(count)}장 있어요.`,
  which: "어느 것으로 할까요?",
};

export const dialog: typeof english.dialog = {
  edit: "고쳐서 다시 생성",
  remix: "리믹스",
  control: "컨트롤 이미지 하나 더",
  flags: "그 밖의 것 (예: --steps 30 --ar 16:9)",
};
