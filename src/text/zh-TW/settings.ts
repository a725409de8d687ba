import type * as english from "../en/settings.ts";
import { language, number } from "./format.ts";
import { settingNames } from "./setting-names.ts";

export const settings: typeof english.settings = {
  names: settingNames,

  command: {
    about: "查看和變更你自己、頻道或伺服器的設定",
    view: "查看設定了什麼，以及每個值是從哪裡來的",
    set: "變更一項設定",
    reset: "清除設定",
    scope: "套用在誰身上：你自己、這個頻道、整個伺服器",
    name: "要變更哪一項",
    value: "改成什麼；清單用 + 加入，用 - 移除：+ 第一項, 第二項",
    role: "只套用在有這個身分組的成員（限制、GPU 時間比重、可用的模型）",
    resetName: "要清除哪一項；不填則全部清除",
  },

  scopes: { me: "我自己", channel: "這個頻道", server: "這個伺服器" },
  sources: {
    me: "你自己的設定",
    channel: "這個頻道的設定",
    server: "這個伺服器的設定",
    channelRole: (role) => `這個頻道給 ${role} 的設定`,
    serverRole: (role) => `這個伺服器給 ${role} 的設定`,
    profile: "模型的設定檔",
    webui: "WebUI 自己的",
    usual: "預設",
  },
  titles: {
    all: "在這裡適用於你的設定",
    me: "你自己的設定",
    channel: "這個頻道的設定",
    server: "這個伺服器的設定",
  },
  nothing: "這裡沒有任何設定。",
  unset: "沒人設定的項目由 WebUI 決定。",
  line: (label, value, from) => `**${label}：**${value} · ${from}`,
  ofRole: (label, role) => `${label}（${role}）`,
  plainLine: (label, value) => `**${label}：**${value}`,
  missing: "目前沒有 WebUI 有它，或有它的 WebUI 缺少其他內容，所以不會送出",
  hidden: (count) => `還有 ${number.format(count)} 項，只有版主看得到`,
  changeDefault: "變更預設值",
  changeRule: "變更限制或規則",
  language,
  none: "無",
  noLimit: "不限",
  yes: "是",
  no: "否",
  done: (label, value, scope) => `${scope}：**${label}** 現在是 ${value}。`,
  doneForRole: (label, value, scope, role) =>
    `${scope}：對 ${role} 來說，**${label}** 現在是 ${value}。`,
  forgotten: (label, scope) => `${scope}：已清除 **${label}** 的設定。`,
  forgottenForRole: (label, scope, role) => `${scope}：已清除 **${label}** 對 ${role} 的設定。`,
  allForgotten: (scope, count) =>
    count === 0
      ? `${scope}：原本就沒有設定。`
      : `${scope}：已清除 ${number.format(count)} 項設定。`,
  overruled: (label, value, from) => `對你來說，${label} 在這裡還是 ${value}（${from}）。`,
  clearHint: "留空則清除這項設定。",
  emptyHint: "未設定。清單用 + 加入，用 - 移除：+ 第一項, 第二項",

  refused: {
    unknown: (typed, nearest) =>
      `沒有 \`${typed}\` 這項設定。你要找的是不是 ${nearest.map((name) => `\`${name}\``).join("、")}？`,
    notThere: (label, scopes) => `${label} 只能套用在：${scopes.join("、")}。`,
    noServer: "這裡不是伺服器，也沒有頻道：只有你自己的設定。",
    notByRole: (label) => `${label} 不能依身分組設定。`,
    notYesNo: (label, typed) => `${label} 不能是 \`${typed}\`：請填 是 或 否。`,
    notRole: (label, typed) => `${label} 不能是 \`${typed}\`：請提及身分組，例如 @Patron。`,
    notPerson: (label, typed) => `${label} 不能是 \`${typed}\`：請提及成員。`,
    notChannel: (label, typed) => `${label} 不能是 \`${typed}\`：請提及頻道，例如 #log。`,
    notCommand: (typed) => `沒有可以停用的指令 \`${typed}\`。`,
    badAmount: (label, value, min, max) =>
      `${label} 不能是 \`${value}\`：必須介於 ${min} 到 ${max} 之間。`,
    badList: (label) => `${label}：項目太多，或有一項太長。`,
    tooLong: (label) => `${label} 太長，無法在這裡修改：請使用 /settings set 。`,
    notLanguage: (typed, known) => `這裡沒有語言 \`${typed}\`：${known.map(language).join("、")}。`,
  },
};
