import type * as english from "../en/drawing.ts";
import { number, percent } from "./format.ts";

const span = (seconds: number) =>
  seconds < 90 ? `${number.format(seconds)} 秒` : `${number.format(Math.round(seconds / 60))} 分钟`;

export const waiting: typeof english.waiting = {
  queued: (ahead, about) =>
    `排队中，${ahead === 0 ? "下一个就是你" : `前面还有 ${number.format(ahead)} 个`}${about === undefined ? "" : `，${about}`}`,
  seconds: (seconds) => `约 ${span(seconds)}`,
  webuisDown: "现在连接不上任何 WebUI。一旦恢复，就会绘制你的图片。",
  paused: "这里的绘制已暂停。暂停结束后会自动继续。",
  cancelled: (name) => `已被 ${name} 取消。`,
};

export const running: typeof english.running = {
  drawing: "正在绘制",
  loading: "正在绘制：加载模型中",
  busyElsewhere: "WebUI 正在为别人绘制，下一个就是你",
  percent: (share) => percent.format(share),
  step: (step, steps) => `第 ${number.format(step)} 步，共 ${number.format(steps)} 步`,
  picture: (picture, pictures) =>
    `第 ${number.format(picture)} 张，共 ${number.format(pictures)} 张`,
  left: (seconds) => `还剩约 ${span(seconds)}`,
};
