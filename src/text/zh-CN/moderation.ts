import type * as english from "../en/moderation.ts";
import { decimal, number } from "./format.ts";

export const moderation: typeof english.moderation = {
  refused: {
    word: "提示词里有这里不绘制的内容。请换个说法。",
    written: "写出的内容里有这里不绘制的东西。请换几个词试试。",
    nothingLeft: "提示词里没有剩下可以在这里绘制的内容。请再补充一些。",
    banned: "你不能在此服务器里绘制。服务器的版主可以更改这一点。",
    notHere: "我在此服务器里找不到这个频道。",
    decided: (by) => `${by} 已经处理过了。`,
  },

  audit: {
    word: (word, prompt) => `因禁用词 ${word} 被拒绝：${prompt}`,
    written: (word, prompt) => `因禁用词 ${word} 拦下了写好的提示词：${prompt}`,
    refused: (said) => `已拒绝，回复为：${said}`,
    banned: "已拒绝：不允许在这里绘制。",
    cannotWrite: (channel) =>
      `我无法在 ${channel} 里发消息：请允许我查看该频道并发送消息，否则什么都不会记录。`,
  },

  review: {
    waits: "已画好。版主看过之后才会显示。",
    waitsForCheck: "已画好。检查完成后就会显示。",
    rejected: "版主决定不显示它。",
    expired: "没有人及时审核，所以不会显示。",
    unseen: "不会显示：它没有通过这里的检查。",
    held: (who, where) => `**等待审核：**${who} 在 ${where} 的结果`,
    score: (score, label) =>
      label === "" ? `得分 ${decimal.format(score)}` : `得分 ${decimal.format(score)}（${label}）`,
    unchecked: "无法检查：分类器没有响应。",
    some: (shown, all) => `${number.format(all)} 张图片中的 ${number.format(shown)} 张`,
    decided: {
      approved: (by) => `✅ ${by} 已通过。`,
      rejected: (by) => `🚫 ${by} 已拒绝。`,
      expired: () => "没有人及时处理：已拒绝。",
    },
    posted: "查看结果",
  },

  emptyPicture: "WebUI 返回了一张空白图片：可能是它自己的安全过滤器起了作用，或者 VAE 出了问题。",
};
