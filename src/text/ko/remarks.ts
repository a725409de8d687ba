import type * as english from "../en/remarks.ts";
import { number } from "./format.ts";

const list = (names: readonly string[]) => names.join(", ");

export const remarks: typeof english.remarks = {
  unknownFlags: (flags) => `${list(flags)}: 없는 파라미터라서 프롬프트에 그대로 뒀어요.`,
  unknownWildcards: (names) => `${list(names)}: 여기에 없는 목록이라서 프롬프트에 그대로 뒀어요.`,
  notHere: (names) => `${list(names)}: 여기에 없어서 뺐어요.`,
  unheeded: (labels) => `${list(labels)}: 반영하는 WebUI가 여기에 없어서 뺐어요.`,
  unheededThere: (labels) => `${list(labels)}: 모델이 있는 곳에서 반영되지 않아서 뺐어요.`,
  idle: (labels) => `${list(labels)}: 이번 이미지에는 효과가 없어서 뺐어요.`,
  apart: (names) => `${list(names)}: 나머지를 갖춘 WebUI에 없어서 뺐어요.`,
  notFlags: (words) => `${list(words)}: 이해하지 못해서 뺐어요.`,
  optionCounts: (labels) => `${list(labels)}: 옵션과 플래그로 모두 지정되어 옵션을 따랐어요.`,
  sizeCounts: "너비와 높이가 지정되어 가로세로 비율은 쓰지 않았어요.",
  hiresWithoutTxt2img: "이미지를 주면 hires fix는 효과가 없어서 뺐어요.",
  otherSampler: (asked, used) => `WebUI가 다른 샘플러로 생성했어요. 요청: ${asked}, 사용: ${used}.`,
  otherModel: (asked, used) => `WebUI가 다른 모델로 생성했어요. 요청: ${asked}, 사용: ${used}.`,
  otherSize: (asked, used) => `WebUI가 다른 크기로 생성했어요. 요청: ${asked}, 결과: ${used}.`,
  withoutControl: "WebUI가 주어진 이미지의 구조를 유지하지 못했어요. ControlNet이 실패했어요.",
  fewer: (asked, made) =>
    `WebUI가 이미지 ${number.format(asked)}장 중 ${number.format(made)}장을 만들었어요.`,
};
