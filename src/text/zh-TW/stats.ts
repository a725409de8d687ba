import type * as english from "../en/stats.ts";
import { day, month, number, unit } from "./format.ts";

export const stats: typeof english.stats = {
  title: {
    server: "這個伺服器的繪圖統計",
    me: "你的繪圖統計（這裡和其他地方）",
  },
  whose: { server: "這個伺服器的所有人", me: "只有我" },
  periods: { today: "今天", week: "最近 7 天", ever: "所有時間" },
  pictures: (count) => `${number.format(count)} 張圖片`,
  people: (count) => `${number.format(count)} 人`,
  gpu: (duration) => `GPU 時間 ${duration}`,
  wait: (duration) => `等待時間中位數 ${duration}`,
  busiest: (hour) => `${hour} 最忙`,
  duration: (seconds) =>
    seconds < 90
      ? unit("second", seconds, seconds < 10 ? 1 : 0)
      : seconds < 90 * 60
        ? unit("minute", seconds / 60, 0)
        : unit("hour", seconds / 3600, 1),
  utc: "日期和時間都是 UTC。",
  nothing: "還沒有畫過任何圖片。",
  nothingThen: "這段時間沒有畫過圖片。",
  charts: {
    hour: "每小時圖片數",
    day: "每日圖片數",
    week: "每週圖片數",
    month: "每月圖片數",
    hours: "一天中各時段的圖片數",
    models: "各模型的 GPU 時間",
    waits: "任務的等待時間分布",
  },
  dayOf: (at) => day.format(at),
  monthOf: (at) => month.format(at),
  noModel: "未使用模型",
  otherModels: (count) => `其他 ${number.format(count)} 個`,
};
