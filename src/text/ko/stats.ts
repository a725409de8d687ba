import type * as english from "../en/stats.ts";
import { day, month, number, unit } from "./format.ts";

export const stats: typeof english.stats = {
  title: {
    server: "이 서버에서 생성한 것",
    me: "여기와 다른 곳에서 내가 생성한 것",
  },
  whose: { server: "이 서버의 모두", me: "나만" },
  periods: { today: "오늘", week: "지난 7일", ever: "전체 기간" },
  pictures: (count) => `이미지 ${number.format(count)}장`,
  people: (count) => `${number.format(count)}명`,
  gpu: (duration) => `GPU 시간 ${duration}`,
  wait: (duration) => `대기 시간 중앙값 ${duration}`,
  busiest: (hour) => `가장 붐비는 때 ${hour}`,
  duration: (seconds) =>
    seconds < 90
      ? unit("second", seconds, seconds < 10 ? 1 : 0)
      : seconds < 90 * 60
        ? unit("minute", seconds / 60, 0)
        : unit("hour", seconds / 3600, 1),
  utc: "날짜와 시간은 UTC 기준이에요.",
  nothing: "아직 생성한 것이 없어요.",
  nothingThen: "이 기간에는 생성한 것이 없어요.",
  charts: {
    hour: "시간당 이미지",
    day: "하루당 이미지",
    week: "주당 이미지",
    month: "월별 이미지",
    hours: "시간대별 이미지",
    models: "모델별 GPU 시간",
    waits: "대기 시간별 작업",
  },
  dayOf: (at) => day.format(at),
  monthOf: (at) => month.format(at),
  noModel: "모델 없음",
  otherModels: (count) => `그 밖의 ${number.format(count)}개`,
};
