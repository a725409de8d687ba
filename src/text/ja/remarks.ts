import type * as english from "../en/remarks.ts";
import { number } from "./format.ts";

export const remarks: typeof english.remarks = {
  unknownFlags: (flags) =>
    `${flags.join("、")} はパラメーターではないため、プロンプトに残しました。`,
  unknownWildcards: (names) =>
    `${names.join("、")} というリストはここにないため、プロンプトに残しました。`,
  notHere: (names) => `${names.join("、")} はここにないため、省きました。`,
  unheeded: (labels) => `${labels.join("、")}：対応するWebUIがここにないため、省きました。`,
  unheededThere: (labels) =>
    `${labels.join("、")}：モデルのあるWebUIが対応していないため、省きました。`,
  idle: (labels) => `${labels.join("、")}：今回の生成には効果がないため、省きました。`,
  apart: (names) => `${names.join("、")} は、ほかのものがそろったWebUIにないため、省きました。`,
  notFlags: (words) => `${words.join("、")}：理解できなかったため、省きました。`,
  optionCounts: (labels) =>
    `${labels.join("、")}：オプションとフラグの両方で指定されたため、オプションを使います。`,
  sizeCounts: "幅と高さが指定されたため、アスペクト比は使いませんでした。",
  hiresWithoutTxt2img: "画像があるときhires fixは効かないため、省きました。",
  otherSampler: (asked, used) => `WebUIはサンプラー ${asked} ではなく ${used} で生成しました。`,
  otherModel: (asked, used) => `WebUIはモデル ${asked} ではなく ${used} で生成しました。`,
  otherSize: (asked, used) => `WebUIは ${asked} ではなく ${used} で生成しました。`,
  withoutControl: "WebUIでControlNetが失敗したため、元の画像の構造は保たれていません。",
  fewer: (asked, made) =>
    `WebUIが生成したのは${number.format(asked)}枚中${number.format(made)}枚でした。`,
};
