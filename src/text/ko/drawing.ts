import type * as english from "../en/drawing.ts";
import { number, percent } from "./format.ts";

const time = (seconds: number) =>
  seconds < 90
    ? `약 ${number.format(seconds)}초`
    : `약 ${number.format(Math.round(seconds / 60))}분`;

export const waiting: typeof english.waiting = {
  queued: (ahead, about) =>
    `대기 중, ${ahead === 0 ? "다음 차례" : `앞에 ${number.format(ahead)}개`}${about === undefined ? "" : `, ${about}`}`,
  seconds: (seconds) => time(seconds),
  webuisDown: "지금은 연결되는 WebUI가 없어요. 하나라도 돌아오면 바로 이미지를 생성할게요.",
  paused: "여기서는 생성이 일시 중지됐어요. 끝나면 저절로 이어져요.",
  cancelled: (name) => `${name} 님이 취소했어요.`,
};

export const running: typeof english.running = {
  drawing: "생성 중",
  loading: "생성 중: 모델을 불러오고 있어요",
  busyElsewhere: "다음 차례예요. 지금은 WebUI가 다른 사람의 것을 생성하고 있어요",
  percent: (share) => percent.format(share),
  step: (step, steps) => `스텝 ${number.format(step)} / ${number.format(steps)}`,
  picture: (picture, pictures) => `이미지 ${number.format(picture)} / ${number.format(pictures)}`,
  left: (seconds) => `${time(seconds)} 남음`,
};
