import type * as english from "../en/queue.ts";
import { number } from "./format.ts";

export const queue: typeof english.queue = {
  title: (drawn, waiting) => `${number.format(drawn)} 個繪製中，${number.format(waiting)} 個等待中`,
  empty: "沒有等待中的任務，也沒有繪製中的任務。",
  place: (place) => `**${number.format(place)}.**`,
  drawn: "繪製中",
  drawnOn: (webui, kind) => `正在 WebUI ${webui}（${kind}）上繪製`,
  elsewhere: "其他地方的某個人",
  pausedHere: "已暫停為這個伺服器繪製。",
  pausedAll: "所有地方都已暫停繪製。",
  resumedHere: "已恢復為這個伺服器繪製。",
  resumedAll: "所有地方都已恢復繪製。",
  cleared: (count) =>
    count === 0 ? "這裡沒有等待中的任務。" : `已取消 ${number.format(count)} 個任務。`,
};

export const audit: typeof english.audit = {
  cleared: (count) => `清空了佇列：${number.format(count)} 個任務。`,
  cancelled: (name) => `取消了 ${name} 的一個任務。`,
  skipped: (name) => `跳過了 ${name} 的任務中的一張圖片。`,
  removed: (name) => `移除了 ${name} 的一張圖片。`,
  line: (who, where) => `-# ${who}${where === "" ? "" : ` 在 ${where}`}`,
};
