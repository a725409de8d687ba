import type * as english from "../en/stats.ts";
import { day, month, number, unit } from "./format.ts";

export const stats: typeof english.stats = {
  title: {
    server: "此服务器的绘制统计",
    me: "你的绘制统计（这里和其他地方）",
  },
  whose: { server: "此服务器的所有人", me: "只有我" },
  periods: { today: "今天", week: "最近 7 天", ever: "全部时间" },
  pictures: (count) => `${number.format(count)} 张图片`,
  people: (count) => `${number.format(count)} 人`,
  gpu: (duration) => `GPU 时间 ${duration}`,
  wait: (duration) => `等待时间中位数 ${duration}`,
  busiest: (hour) => `${hour} 最忙`,
  duration: (seconds) =>
    seconds < 90
      ? unit("second", seconds, seconds < 10 ? 1 : 0)
      : seconds < 90 * 60
        ? unit("minute", seconds / 60, 0)
        : unit("hour", seconds / 3600, 1),
  utc: "日期和时间均为 UTC。",
  nothing: "还没有画过任何图片。",
  nothingThen: "这段时间没有画过图片。",
  charts: {
    hour: "每小时图片数",
    day: "每天图片数",
    week: "每周图片数",
    month: "每月图片数",
    hours: "一天中各时段的图片数",
    models: "各模型的 GPU 时间",
    waits: "任务的等待时间分布",
  },
  dayOf: (at) => day.format(at),
  monthOf: (at) => month.format(at),
  noModel: "未使用模型",
  otherModels: (count) => `其他 ${number.format(count)} 个`,
};
