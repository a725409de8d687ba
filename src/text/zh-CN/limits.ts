import type * as english from "../en/limits.ts";
import { all, number } from "./format.ts";

const seconds = (amount: number) => `${number.format(Math.ceil(amount))} 秒`;
const at = (ms: number) => `<t:${Math.ceil(ms / 1000)}:R>`;

export const limits: typeof english.limits = {
  over: {
    count: (asked, most) =>
      `你一次要了 ${number.format(asked)} 张图片。你在这里的上限是 ${number.format(most)} 张。`,
    steps: (asked, most) =>
      `你要了 ${number.format(asked)} 步。你在这里的上限是 ${number.format(most)} 步。`,
    scale: (asked, most) =>
      `你想把图片放大到 ${number.format(asked)} 倍。你在这里的上限是 ${number.format(most)} 倍。`,
    pixels: (width, height, most) =>
      `图片会有 ${number.format(width)} × ${number.format(height)} = ${number.format(width * height)} 像素。你在这里的上限是 ${number.format(most)} 像素（含高清修复）。`,
  },
  refused: {
    waiting: (used, most) =>
      `你在这里等待或正在绘制的任务有 ${number.format(used)} 个，最多 ${number.format(most)} 个。其中一个完成或取消后就有空位了。`,
    hour: (used, most, freeAt) =>
      `你一小时内在这里提交了 ${number.format(used)} 个任务，最多 ${number.format(most)} 个。下一个可在 ${at(freeAt)} 提交。`,
    cooldown: (pause, freeAt) =>
      `在这里，两个任务之间要间隔 ${seconds(pause)}。间隔将在 ${at(freeAt)} 结束。`,
    gpu: (used, reserved, most, freeAt) =>
      `你今天已用 ${seconds(used)} GPU 时间，最多 ${seconds(most)}${reserved > 0 ? `，等待中的任务还需要约 ${seconds(reserved)}` : ""}。将在 ${at(freeAt)} 恢复。`,
    gpuTooMuch: (own, used, reserved, most, freeAt) =>
      `这大约需要 ${seconds(own)}。你今天的 GPU 时间最多 ${seconds(most)}，已用 ${seconds(used)}${reserved > 0 ? `，等待中的任务还需要约 ${seconds(reserved)}` : ""}。将在 ${at(freeAt)} 恢复。`,
    command: (name) => `${name} 在这里已对你停用。`,
    roles: (roles) => `在这里，只有拥有特定身份组的成员才能绘制：${all.format(roles)}。`,
  },
  info: {
    title: "你在这里的限制",
    none: "没有限制",
    waiting: (used, most) =>
      `等待或正在绘制的任务：${number.format(used)} 个，最多 ${number.format(most)} 个`,
    count: (most) => `一次的图片数：最多 ${number.format(most)} 张`,
    steps: (most) => `步数：最多 ${number.format(most)}`,
    pixels: (most) => `单张图片的像素（含高清修复）：最多 ${number.format(most)}`,
    scale: (most) => `放大：最多 ${number.format(most)} 倍`,
    hour: (used, most, freeAt) =>
      `一小时内的任务：${number.format(used)} 个，最多 ${number.format(most)} 个${freeAt === undefined ? "" : `，下一个可在 ${at(freeAt)} 提交`}`,
    gpu: (used, reserved, most, freeAt) =>
      `今天的 GPU 时间：已用 ${seconds(used)}，最多 ${seconds(most)}${reserved > 0 ? `，等待中的任务还需要约 ${seconds(reserved)}` : ""}；将在 ${at(freeAt)} 全部恢复`,
    cooldown: (pause, freeAt) =>
      `两个任务之间的间隔：${seconds(pause)}${freeAt === undefined ? "" : `，下一个可在 ${at(freeAt)} 提交`}`,
    share: (share) => `你的 GPU 时间份额：${number.format(share)}（通常为 1）`,
    commands: (names) => `已停用：${all.format(names)}`,
    roles: (roles) => `拥有以下身份组的成员才能绘制：${all.format(roles)}`,
  },
};
