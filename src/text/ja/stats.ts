import type * as english from "../en/stats.ts";
import { day, month, number, unit } from "./format.ts";

export const stats: typeof english.stats = {
  title: {
    server: "このサーバーでの生成",
    me: "あなたの生成（ここ以外も含む）",
  },
  whose: { server: "このサーバーの全員", me: "自分のみ" },
  periods: { today: "今日", week: "過去7日間", ever: "全期間" },
  pictures: (count) => `画像${number.format(count)}枚`,
  people: (count) => `${number.format(count)}人`,
  gpu: (duration) => `GPU時間 ${duration}`,
  wait: (duration) => `待ち時間の中央値 ${duration}`,
  busiest: (hour) => `最も多い時間帯 ${hour}`,
  duration: (seconds) =>
    seconds < 90
      ? unit("second", seconds, seconds < 10 ? 1 : 0)
      : seconds < 90 * 60
        ? unit("minute", seconds / 60, 0)
        : unit("hour", seconds / 3600, 1),
  utc: "日付と時刻はUTCです。",
  nothing: "まだ何も生成されていません。",
  nothingThen: "この期間には何も生成されていません。",
  charts: {
    hour: "一時間ごとの画像数",
    day: "一日ごとの画像数",
    week: "一週間ごとの画像数",
    month: "一か月ごとの画像数",
    hours: "時間帯別の画像数",
    models: "モデル別のGPU時間",
    waits: "待ち時間別のリクエスト数",
  },
  dayOf: (at) => day.format(at),
  monthOf: (at) => month.format(at),
  noModel: "モデルなし",
  otherModels: (count) => `ほか${number.format(count)}個`,
};
