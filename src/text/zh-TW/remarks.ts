import type * as english from "../en/remarks.ts";
import { number } from "./format.ts";

const list = (names: readonly string[]) => names.join("、");

export const remarks: typeof english.remarks = {
  unknownFlags: (flags) => `${list(flags)} 不是參數，照原樣留在提示詞裡了。`,
  unknownWildcards: (names) => `這裡沒有萬用字元清單 ${list(names)}，照原樣留在提示詞裡了。`,
  notHere: (names) => `這裡沒有 ${list(names)}，已略過。`,
  unheeded: (labels) => `${list(labels)}：這裡沒有 WebUI 支援，已略過。`,
  unheededThere: (labels) => `${list(labels)}：有這個模型的 WebUI 不支援，已略過。`,
  idle: (labels) => `${list(labels)}：對這次繪圖沒有作用，已略過。`,
  apart: (names) => `${list(names)} 和其他內容不在同一個 WebUI 上，已略過。`,
  notFlags: (words) => `${list(words)}：看不懂，已略過。`,
  optionCounts: (labels) => `${list(labels)}：選項和 -- 參數都填了，以選項為準。`,
  sizeCounts: "已經填了寬度和高度，所以沒有使用長寬比。",
  hiresWithoutTxt2img: "從圖片開始畫時，高解析度修復沒有作用，已略過。",
  otherSampler: (asked, used) => `WebUI 用的取樣器是 ${used}，不是 ${asked}。`,
  otherModel: (asked, used) => `WebUI 用的模型是 ${used}，不是 ${asked}。`,
  otherSize: (asked, used) => `WebUI 畫出的尺寸是 ${used}，不是 ${asked}。`,
  withoutControl: "WebUI 沒有保留所附圖片的結構：ControlNet 在那裡出錯了。",
  fewer: (asked, made) =>
    `要了 ${number.format(asked)} 張圖片，WebUI 只畫了 ${number.format(made)} 張。`,
};
