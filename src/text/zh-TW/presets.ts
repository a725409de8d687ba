import type * as english from "../en/presets.ts";
import { either, number } from "./format.ts";

export const presets: typeof english.presets = {
  command: {
    about: "把參數取名存起來，之後用它來畫",
    save: "把參數取名存起來：自己打的，或某個結果的",
    list: "查看你的預設集、在這裡分享的，以及伺服器的",
    use: "用預設集來畫",
    delete: "刪除預設集",
    share: "讓這個伺服器的所有人使用你的一個預設集",
    name: "預設集的名稱",
    newName: "使用時的名稱",
    parameters: "例如 --steps 30 --ar 16:9；前面的文字會加進每個提示詞（{prompt}）",
    from: "這個機器人的某個結果：連結或 ID；都不填則為你最近的圖片",
    scope: "給誰用：你自己，或整個伺服器",
    stop: "不再分享",
  },

  scopes: { me: "我自己", server: "這個伺服器" },
  of: (name) => `${name} 的`,
  ofServer: "伺服器的",

  title: "預設集",
  groups: { own: "你的", shared: "在這裡分享的", server: "伺服器的" },
  nothing: "還沒有預設集。可以用 `/preset save` 建立，也可以按 📋 下面的 💾。",
  line: (name, values) => `**${name}** · ${values}`,
  lineOf: (name, owner, values) => `**${name}** · ${owner} · ${values}`,
  sharedHere: (name, values) => `**${name}** · 在這裡分享 · ${values}`,

  dialog: { title: "存成預設集", name: "名稱", scope: "給誰用" },

  saved: (name) => `已儲存預設集 ${name}。在 \`/draw\` 選擇 \`preset\` 就能用它來畫。`,
  replaced: (name) => `已儲存預設集 ${name}，並取代原本同名的預設集。`,
  savedServer: (name) => `已儲存預設集 ${name}，整個伺服器都能用。`,
  replacedServer: (name) => `已儲存伺服器的預設集 ${name}，並取代原本同名的預設集。`,
  deleted: (name) => `已刪除預設集 ${name}。`,
  deletedServer: (name) => `已刪除伺服器的預設集 ${name}。`,
  shared: (name) => `這個伺服器的所有人現在都能用預設集 ${name} 來畫。`,
  unshared: (name) => `預設集 ${name} 不再於這裡分享。`,
  unsharedOf: (name, owner) => `${owner} 的預設集 ${name} 不再於這裡分享。`,

  refused: {
    unknown: (typed, nearest) =>
      nearest.length === 0
        ? `這裡沒有預設集 ${typed}，也沒有其他預設集。`
        : `這裡沒有預設集 ${typed}。你要找的是不是 ${either.format(nearest)}？`,
    notOwn: (typed) => `你沒有預設集 ${typed}。`,
    noName: "預設集需要一個看得見的名稱。",
    longName: (most) => `預設集的名稱最多 ${number.format(most)} 個字元。`,
    badName: "預設集的名稱不能含有 -- 參數、提及或看不見的字元。",
    empty: "沒有東西可以儲存：沒有填任何參數。",
    tooLong: "一個預設集放不下這麼多：請縮短裡面的文字。",
    nested: "預設集裡不能再放預設集。",
    full: (most) => `已經有 ${number.format(most)} 個預設集了：請先刪除一個。`,
    takenBy: (name, owner) => `${owner} 已經在這裡分享了預設集 ${name}。請換個名稱。`,
    takenByServer: (name) => `伺服器已經有預設集 ${name}。請先用別的名稱儲存你的預設集。`,
    notYours: (name, owner) => `預設集 ${name} 是 ${owner} 的。`,
    noServer: "這裡不是伺服器：只有你自己的預設集。",
    noLastPicture: "沒有你的圖片可以拿來儲存。請填寫 `parameters`，例如 `--steps 30 --ar 16:9`。",
    noResult: "我在那裡找不到我的結果。它必須在這個頻道裡而且我讀得到，或者是你自己的結果。",
  },
};
