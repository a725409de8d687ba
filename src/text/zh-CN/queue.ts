import type * as english from "../en/queue.ts";
import { number } from "./format.ts";

export const queue: typeof english.queue = {
  title: (drawn, waiting) =>
    `${number.format(drawn)} 个正在绘制，${number.format(waiting)} 个等待中`,
  empty: "没有等待中的任务，也没有正在绘制的任务。",
  place: (place) => `**${number.format(place)}.**`,
  drawn: "正在绘制",
  drawnOn: (webui, kind) => `正在 WebUI ${webui}（${kind}）上绘制`,
  elsewhere: "其他地方的某人",
  pausedHere: "已暂停为此服务器绘制。",
  pausedAll: "所有地方的绘制都已暂停。",
  resumedHere: "已恢复为此服务器绘制。",
  resumedAll: "所有地方的绘制都已恢复。",
  cleared: (count) =>
    count === 0 ? "这里没有等待中的任务。" : `已取消 ${number.format(count)} 个任务。`,
};

export const audit: typeof english.audit = {
  cleared: (count) => `清空了队列：${number.format(count)} 个任务。`,
  cancelled: (name) => `取消了 ${name} 的一个任务。`,
  skipped: (name) => `跳过了 ${name} 的任务中的一张图片。`,
  removed: (name) => `移除了 ${name} 的一张图片。`,
  line: (who, where) => `-# ${who}${where === "" ? "" : ` 在 ${where}`}`,
};
