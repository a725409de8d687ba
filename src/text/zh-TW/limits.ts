import type * as english from "../en/limits.ts";
import { all, number } from "./format.ts";

const seconds = (amount: number) => `${number.format(Math.ceil(amount))} 秒`;
const at = (ms: number) => `<t:${Math.ceil(ms / 1000)}:R>`;

export const limits: typeof english.limits = {
  over: {
    count: (asked, most) =>
      `你一次要了 ${number.format(asked)} 張圖片。你在這裡的上限是 ${number.format(most)} 張。`,
    steps: (asked, most) =>
      `你要了 ${number.format(asked)} 步。你在這裡的上限是 ${number.format(most)} 步。`,
    scale: (asked, most) =>
      `你想把圖片放大成 ${number.format(asked)} 倍。你在這裡的上限是 ${number.format(most)} 倍。`,
    pixels: (width, height, most) =>
      `這張圖會有 ${number.format(width)} × ${number.format(height)} = ${number.format(width * height)} 像素。你在這裡的上限是 ${number.format(most)} 像素（含高解析度修復）。`,
  },
  refused: {
    waiting: (used, most) =>
      `你在這裡等待中或繪製中的任務有 ${number.format(used)} 個，上限是 ${number.format(most)} 個。等其中一個完成或取消，就有空位了。`,
    hour: (used, most, freeAt) =>
      `你一小時內在這裡送出了 ${number.format(used)} 個任務，上限是 ${number.format(most)} 個。下一個可在 ${at(freeAt)} 送出。`,
    cooldown: (pause, freeAt) =>
      `在這裡，兩個任務之間要間隔 ${seconds(pause)}。間隔會在 ${at(freeAt)} 結束。`,
    gpu: (used, reserved, most, freeAt) =>
      `你今天的 GPU 時間已用掉 ${seconds(used)}，上限是 ${seconds(most)}${reserved > 0 ? `，等待中的任務大約還需要 ${seconds(reserved)}` : ""}。會在 ${at(freeAt)} 恢復。`,
    gpuTooMuch: (own, used, reserved, most, freeAt) =>
      `這大約需要 ${seconds(own)}。你今天的 GPU 時間上限是 ${seconds(most)}，已用掉 ${seconds(used)}${reserved > 0 ? `，等待中的任務大約還需要 ${seconds(reserved)}` : ""}。會在 ${at(freeAt)} 恢復。`,
    command: (name) => `${name} 在這裡不開放給你使用。`,
    roles: (roles) => `在這裡，有特定身分組的成員才能畫圖：${all.format(roles)}。`,
  },
  info: {
    title: "你在這裡的限制",
    none: "沒有限制",
    waiting: (used, most) =>
      `等待中或繪製中的任務：${number.format(used)} 個，上限 ${number.format(most)} 個`,
    count: (most) => `一次的圖片數：上限 ${number.format(most)} 張`,
    steps: (most) => `步數：上限 ${number.format(most)}`,
    pixels: (most) => `每張圖的像素（含高解析度修復）：上限 ${number.format(most)}`,
    scale: (most) => `放大：上限 ${number.format(most)} 倍`,
    hour: (used, most, freeAt) =>
      `一小時內的任務：${number.format(used)} 個，上限 ${number.format(most)} 個${freeAt === undefined ? "" : `，下一個可在 ${at(freeAt)} 送出`}`,
    gpu: (used, reserved, most, freeAt) =>
      `今天的 GPU 時間：已用 ${seconds(used)}，上限 ${seconds(most)}${reserved > 0 ? `，等待中的任務大約還需要 ${seconds(reserved)}` : ""}；會在 ${at(freeAt)} 全部恢復`,
    cooldown: (pause, freeAt) =>
      `兩個任務之間的間隔：${seconds(pause)}${freeAt === undefined ? "" : `，下一個可在 ${at(freeAt)} 送出`}`,
    share: (share) => `你的 GPU 時間比重：${number.format(share)}（通常是 1）`,
    commands: (names) => `未開放：${all.format(names)}`,
    roles: (roles) => `有下列身分組的成員才能畫圖：${all.format(roles)}`,
  },
};
