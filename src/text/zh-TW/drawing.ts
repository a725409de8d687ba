import type * as english from "../en/drawing.ts";
import { number, percent } from "./format.ts";

const span = (seconds: number) =>
  seconds < 90 ? `${number.format(seconds)} 秒` : `${number.format(Math.round(seconds / 60))} 分鐘`;

export const waiting: typeof english.waiting = {
  queued: (ahead, about) =>
    `排隊中，${ahead === 0 ? "下一個就是你" : `前面還有 ${number.format(ahead)} 個`}${about === undefined ? "" : `，${about}`}`,
  seconds: (seconds) => `大約 ${span(seconds)}`,
  webuisDown: "現在連不上任何 WebUI。只要有一個恢復，就會開始畫你的圖。",
  paused: "這裡暫停繪製中。暫停結束後會自動繼續。",
  cancelled: (name) => `已由 ${name} 取消。`,
};

export const running: typeof english.running = {
  drawing: "繪製中",
  loading: "繪製中：正在載入模型",
  busyElsewhere: "WebUI 正在畫別人的圖，下一個就是你",
  percent: (share) => percent.format(share),
  step: (step, steps) => `第 ${number.format(step)} 步，共 ${number.format(steps)} 步`,
  picture: (picture, pictures) =>
    `第 ${number.format(picture)} 張，共 ${number.format(pictures)} 張`,
  left: (seconds) => `大約還要 ${span(seconds)}`,
};
