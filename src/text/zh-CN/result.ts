import type * as english from "../en/result.ts";
import { number } from "./format.ts";

export const result: typeof english.result = {
  drawnFor: (name) => `为 ${name} 绘制`,
  describedFor: (name) => `为 ${name} 描述`,
  source: "基于图片",
  from: (mark, url, name) => `[${mark} 基于图片](${url})（来自 ${name}）`,
  negative: (prompt) => `不要：${prompt}`,
  size: "尺寸",
  seed: "种子",
  model: "模型",
  unknownModel: "WebUI 自己的",
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  upscaled: (scale) => `放大到 ${number.format(scale)} 倍`,
  described: "图片内容",
  reencoded: "有一张图片对此频道来说太大，已压缩到合适的大小。",
  removed: (name) => `已被 ${name} 移除。`,
};

export const details: typeof english.details = {
  infotext: "生成信息",
  command: "重新绘制的命令",
  attach: "请附上它所用的原始图片，如有蒙版也请附上：它们无法用文字输入。",
  nothing: "没有更多信息了。",
  originals: "对此频道来说太大，所以压缩过。这是原图：",
  link: (url) => `[原图](${url})，保留一天，仅你可见。`,
  noLinks: "原图太大，无法发到 Discord。此机器人的维护者可以启用原图链接（PUBLIC_URL）。",
};

export const written: typeof english.written = { from: (words) => `根据这些词写成：${words}` };

export const mail: typeof english.mail = { back: "前往消息" };
