import type * as english from "../en/result.ts";
import { number } from "./format.ts";

export const result: typeof english.result = {
  drawnFor: (name) => `為 ${name} 繪製`,
  describedFor: (name) => `為 ${name} 描述`,
  source: "從圖片開始",
  from: (mark, url, name) => `[${mark} 從圖片開始](${url})（${name} 的圖片）`,
  negative: (prompt) => `排除：${prompt}`,
  size: "尺寸",
  seed: "種子",
  model: "模型",
  unknownModel: "WebUI 自己的模型",
  page: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
  upscaled: (scale) => `放大成 ${number.format(scale)} 倍`,
  described: "圖片裡有什麼",
  reencoded: "有一張圖片對這個頻道來說太大，已壓縮到可以傳送的大小。",
  removed: (name) => `已由 ${name} 移除。`,
};

export const details: typeof english.details = {
  infotext: "生成資訊",
  command: "重畫用的指令",
  attach: "請附上它所用的原始圖片，如有遮罩也請附上：它們無法用文字輸入。",
  nothing: "沒有更多資訊了。",
  originals: "對這個頻道來說太大，所以壓縮過。原圖在這裡：",
  link: (url) => `[原圖](${url})，保留一天，只有你看得到。`,
  noLinks: "原圖太大，沒辦法傳到 Discord。這個機器人的維護者可以啟用原圖連結（PUBLIC_URL）。",
};

export const written: typeof english.written = { from: (words) => `根據這些詞寫成：${words}` };

export const mail: typeof english.mail = { back: "前往訊息" };
