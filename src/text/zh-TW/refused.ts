import type * as english from "../en/refused.ts";
import { either, megapixels, number } from "./format.ts";

export const bounds: typeof english.bounds = {
  between: (min, max) => `必須介於 ${number.format(min)} 到 ${number.format(max)} 之間`,
  wholeNumber: "必須是整數",
  ratio: "必須是用半形冒號隔開的兩個數字，例如 16:9",
  oneOf: (values) => `必須是 ${either.format(values)}`,
  empty: "不能是空的",
  tooLong: (max) => `最多 ${number.format(max)} 個字元`,
  tooMany: (max) => `最多 ${number.format(max)} 項`,
};

export const refused: typeof english.refused = {
  outOfBounds: (label, value, why) => `${label} 不能是 \`${value}\`：${why}。`,
  notANumber: (label, value) => `${label} 不能是 \`${value}\`：必須是數字。`,
  flagWithoutValue: (flag) => `${flag} 後面要有一個值。`,
  unknownName: (label, typed, nearest) =>
    nearest.length === 0
      ? `這裡找不到 ${label} \`${typed}\`，也沒有其他可以選的。`
      : `這裡找不到 ${label} \`${typed}\`。你要找的是不是 ${either.format(nearest.map((name) => `\`${name}\``))}？`,
  tooManyPixels: (width, height, max) =>
    `${number.format(width)} × ${number.format(height)} 太大了：一張圖最多 ${megapixels.format(max / 1e6)} 百萬像素（含高解析度修復）。`,
  ratioTooExtreme: (ratio) => `長寬比 \`${ratio}\` 太極端了：只能在 1:16 到 16:1 之間。`,
  originalGone: "原圖只保留一天，現在已經不在了。",
  emptyMask: "這個遮罩什麼都沒標出來：請塗成白色，或在圖片的複本上塗抹。",
  otherMaskShape: (width, height) =>
    `這個遮罩的形狀與圖片不符：應為 ${number.format(width)} × ${number.format(height)} 像素，或依相同比例放大、縮小。`,
  maskAndExtend: "遮罩和延伸不能一起用：延伸會自己產生遮罩。",
  tooManyUnits: (most) => `一次最多 ${number.format(most)} 張控制圖。`,
  noControl: "這裡沒有 WebUI 支援 ControlNet。",
  notDrawn: "這不是用文字畫出來的，所以沒辦法重畫。",
  noPictureThere: "這則訊息裡沒有圖片。",
  noPicture: "這需要一張圖片。",
  cannotDo: {
    upscale: "這裡沒有 WebUI 能放大圖片。",
    caption: "這裡沒有 WebUI 能描述圖片。",
    tags: "這裡沒有 WebUI 能辨識圖片的標籤。",
    progress: "這裡沒有 WebUI 會回報進度。",
    interrupt: "這裡沒有 WebUI 能中斷繪製。",
    skip: "這裡沒有 WebUI 能跳過圖片。",
  },
  notAPicture: "這個檔案不是我讀得懂的圖片。可以用 PNG、JPEG、WebP、GIF 和 AVIF。",
  brokenPicture: "這張圖片已損毀或不完整。",
  fileTooLarge: (megabytes) => `這個檔案太大了：上限是 ${number.format(megabytes)} MB。`,
  pictureTooLarge: (megapixels) =>
    `這張圖片的像素太多了：上限是 ${number.format(megapixels)} 百萬像素。`,
  foreignAddress: "只能讀取上傳到 Discord 的檔案。",
  attachmentGone: "沒辦法從 Discord 取得這個檔案。請重新附加。",
  cannotPost: (missing) => `我不能在這裡傳圖片。我還需要這些權限：${missing.join("、")}。`,
  mayNotPost:
    "你不能在這個頻道傳圖片（沒有「附加檔案」權限），所以不會在這裡幫你畫。用 private 的話，只有你看得到結果。",
  queueAway: "佇列暫時無法使用，所以沒有收下任何任務。請過一分鐘再試一次。",
  notYours: (name) => `這是 ${name} 的。`,
  alreadyDrawn: "來不及取消了：已經畫好了。",
  noWriter: "現在沒有可以寫提示詞的語言模型。請晚點再試一次。",
  noWords: "沒有可以拿來寫提示詞的文字。",
  moderatorsOnly: "只有能在這裡管理訊息的成員才能這麼做。",
  noServer: "這裡不是伺服器，所以只有你自己的數據：請選擇「只有我」。",
  managersOnly: "只有能管理這個伺服器的成員才能這麼做。",
  ownersOnly: "只有這個機器人的擁有者才能這麼做。",
  alreadyEnded: "這已經結束了。",
  tooManyWords: (most) => `清單太長了：最多 ${number.format(most)} 項。`,
  tooManyPatterns: (most) => `清單裡的正規表示式太多了：最多 ${number.format(most)} 個。`,
  wordTooLong: (most) => `清單裡有一項太長了：最多 ${number.format(most)} 個字元。`,
  patternTooLong: (most) => `清單裡有一個正規表示式太長了：最多 ${number.format(most)} 個字元。`,
  badPattern: (pattern) =>
    `正規表示式 \`${pattern}\` 無法使用。它必須符合 RE2：不支援反向參照，也不支援前後查找。`,
  patternTooLarge: (pattern) => `正規表示式 \`${pattern}\` 太大了。請減少裡面的重複次數。`,
  patternFitsAll: (pattern) => `正規表示式 \`${pattern}\` 會符合任何文字。`,
  forgotten: "我已經不記得這是怎麼畫的了。",
  sourceForgotten: "它一開始用的圖片已經不在了。請附上圖片，重新使用該指令。",
};
