import type * as english from "../en/models.ts";
import { families, speeds } from "../names.ts";
import { either, number } from "./format.ts";

export const models: typeof english.models = {
  command: {
    about: "看看這裡有哪些模型，並決定這個伺服器怎麼使用它們",
    list: "查看所有模型",
    search: "只列出名稱裡有這些字的",
    info: "查看某個模型的資訊",
    name: "幫模型取一個給成員看的名字（管理伺服器）",
    newName: "新名字；留空則用 WebUI 裡的名字",
    hide: "讓模型不出現在清單和建議裡（管理伺服器）",
    show: "讓隱藏的模型重新出現在清單和建議裡（管理伺服器）",
    default: "沒人另外選模型時，預設用它來畫（管理伺服器）",
    scope: "套用在哪裡（不填則為整個伺服器）",
    profile: "決定沒人指定時，這個模型用什麼參數來畫（管理伺服器）",
    model: "哪一個模型",
    activator: "觸發詞，會加在提示詞前面",
    reset: "清除之前為它決定的參數；同時填寫的會成為新的設定",
  },
  scopes: { channel: "這個頻道", server: "這個伺服器" },

  title: "模型",
  count: (count) => number.format(count),
  searched: (words) => `含有「${words}」`,
  none: "還沒有 WebUI 回報過模型。",
  marks: {
    server: "這個伺服器的預設模型",
    channel: "這個頻道的預設模型",
    me: "你自己的預設模型",
    webui: "WebUI 自己的",
    hidden: "已隱藏",
    missing: "目前沒有 WebUI 有它",
    notAllowed: "這裡不能使用",
  },

  fields: {
    title: "檔案",
    hash: "雜湊值",
    family: "系列",
    webuis: "WebUI",
    default: "預設",
    allowed: "這裡可以使用",
    hidden: "已隱藏",
    activator: "觸發詞",
    profile: "沒人指定時",
  },
  yes: "是",
  no: "否",
  noHash: "載入過一次才會知道",
  noFamily: "從名稱看不出來，所以採用 WebUI 自己的尺寸",
  noProfile: "WebUI 自己的值",
  own: "這個伺服器",
  ofFamily: "它的系列",

  families,
  speeds,

  named: (title, name) => `${title} 從現在起在這裡叫做 ${name}。`,
  unnamed: (title) => `${title} 恢復原本的名字了。`,
  hidden: (name) =>
    `${name} 從現在起不會出現在清單和建議裡。把名稱完整打出來的人還是可以用它來畫：要禁止使用，請用 \`/settings set\` 設定 \`allowed_models\`。`,
  shown: (name) => `${name} 重新出現在清單和建議裡了。`,
  defaultOf: {
    server: (name) =>
      `${name} 現在是這個伺服器的預設模型。要取消，請用 \`/settings reset\` 並選擇 \`model\`。`,
    channel: (name) =>
      `${name} 現在是這個頻道的預設模型。要取消，請用 \`/settings reset\` 並選擇 \`model\`。`,
  },
  defaultNotAllowed: "不過這裡不允許使用它（`allowed_models`），所以暫時不會用到。",
  profileKept: (name, what) => `沒人指定時，${name} 從現在起這樣畫：${what}`,
  profileForgotten: (name) => `為 ${name} 決定的參數已清除。`,

  audit: {
    named: (title, name) => `把模型 ${title} 取名為「${name}」。`,
    unnamed: (title) => `讓模型 ${title} 恢復原本的名字。`,
    hidden: (name) => `隱藏了模型 ${name}。`,
    shown: (name) => `讓隱藏的模型 ${name} 重新出現在清單裡。`,
    defaultOf: {
      server: (name) => `把模型 ${name} 設為這個伺服器的預設模型。`,
      channel: (name) => `把模型 ${name} 設為這個頻道的預設模型。`,
    },
    profile: (name, what, anew) => `為模型 ${name} ${anew ? "重新" : ""}決定了：${what}`,
    profileForgotten: (name) => `清除了為模型 ${name} 決定的參數。`,
  },

  cannotBeDefault: (name) => `目前沒有 WebUI 有 ${name}，所以不能設為預設模型。`,
  nameTaken: (name, other) => `${name} 已經是 ${other} 的名字了。`,
  notAllowed: (name, allowed, more) =>
    allowed.length === 0
      ? `這裡不能使用模型 \`${name}\`。`
      : `這裡不能使用模型 \`${name}\`。可以使用 ${either.format([...allowed.map((each) => `\`${each}\``), ...(more > 0 ? [`另外 ${number.format(more)} 個`] : [])])}。`,
  noneAllowedHere: "這裡可以使用的模型，目前沒有一個 WebUI 有。",
};
