import type * as english from "../en/moderation.ts";
import { decimal, number } from "./format.ts";

export const moderation: typeof english.moderation = {
  refused: {
    word: "提示詞裡有這裡不畫的東西。請換個說法。",
    written: "寫出來的內容裡有這裡不畫的東西。請換幾個詞試試看。",
    nothingLeft: "提示詞裡已經沒有可以在這裡畫的東西了。請再補充一些。",
    banned: "你不能在這個伺服器畫圖。伺服器的版主可以更改這點。",
    notHere: "我在這個伺服器裡找不到這個頻道。",
    decided: (by) => `${by} 已經處理過了。`,
  },

  audit: {
    word: (word, prompt) => `因禁用詞 ${word} 而拒絕：${prompt}`,
    written: (word, prompt) => `因禁用詞 ${word} 而攔下寫好的提示詞：${prompt}`,
    refused: (said) => `已拒絕，回覆為：${said}`,
    banned: "已拒絕：不能在這裡畫圖。",
    cannotWrite: (channel) =>
      `我沒辦法在 ${channel} 傳訊息：請讓我檢視該頻道並傳送訊息，否則什麼都不會記錄。`,
  },

  review: {
    waits: "已經畫好了。版主看過後才會顯示。",
    waitsForCheck: "已經畫好了。檢查完就會顯示。",
    rejected: "版主決定不顯示這個結果。",
    expired: "沒有人及時審核，所以不會顯示。",
    unseen: "不會顯示：沒有通過這裡的檢查。",
    held: (who, where) => `**等待審核：**${who} 在 ${where} 的結果`,
    score: (score, label) =>
      label === "" ? `分數 ${decimal.format(score)}` : `分數 ${decimal.format(score)}（${label}）`,
    unchecked: "無法檢查：分類器沒有回應。",
    some: (shown, all) => `${number.format(all)} 張圖片中的 ${number.format(shown)} 張`,
    decided: {
      approved: (by) => `✅ ${by} 已核准。`,
      rejected: (by) => `🚫 ${by} 已拒絕。`,
      expired: () => "沒有人及時處理：已拒絕。",
    },
    posted: "查看結果",
  },

  emptyPicture: "WebUI 回傳了一張空白圖片：可能是它自己的安全過濾器擋下了，或是 VAE 出了問題。",
};
