import type * as english from "../en/remarks.ts";
import { number } from "./format.ts";

const list = (names: readonly string[]) => names.join("、");

export const remarks: typeof english.remarks = {
  unknownFlags: (flags) => `${list(flags)} 不是参数，已原样留在提示词里。`,
  unknownWildcards: (names) => `这里没有通配符列表 ${list(names)}，已原样留在提示词里。`,
  notHere: (names) => `这里没有 ${list(names)}，已忽略。`,
  unheeded: (labels) => `${list(labels)}：这里没有 WebUI 支持，已忽略。`,
  unheededThere: (labels) => `${list(labels)}：模型所在的 WebUI 不支持，已忽略。`,
  idle: (labels) => `${list(labels)}：对这次绘图不起作用，已忽略。`,
  apart: (names) => `${list(names)} 与其余内容不在同一个 WebUI 上，已忽略。`,
  notFlags: (words) => `${list(words)}：无法识别，已忽略。`,
  optionCounts: (labels) => `${list(labels)}：选项和 -- 参数里都填了，以选项为准。`,
  sizeCounts: "已填写宽度和高度，所以没有使用宽高比。",
  hiresWithoutTxt2img: "以图片为起点时，高清修复不起作用，已忽略。",
  otherSampler: (asked, used) => `WebUI 用的采样器是 ${used}，而不是 ${asked}。`,
  otherModel: (asked, used) => `WebUI 用的模型是 ${used}，而不是 ${asked}。`,
  otherSize: (asked, used) => `WebUI 画出的尺寸是 ${used}，而不是 ${asked}。`,
  withoutControl: "WebUI 没有保留所给图片的结构：ControlNet 在那里出错了。",
  fewer: (asked, made) =>
    `要了 ${number.format(asked)} 张图片，WebUI 只画了 ${number.format(made)} 张。`,
};
