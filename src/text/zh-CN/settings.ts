import type * as english from "../en/settings.ts";
import { language, number } from "./format.ts";
import { settingNames } from "./setting-names.ts";

export const settings: typeof english.settings = {
  names: settingNames,

  command: {
    about: "查看和修改你自己、频道或服务器的设置",
    view: "查看设置了什么，以及每个值的来源",
    set: "修改一项设置",
    reset: "清除设置",
    scope: "对谁生效：你自己、此频道、整个服务器",
    name: "要修改哪项",
    value: "改成什么；列表里用 + 添加，用 - 移除：+ 第一项, 第二项",
    role: "只对拥有此身份组的成员生效（限制、GPU 时间份额、允许的模型）",
    resetName: "要清除哪项；不填则全部清除",
  },

  scopes: { me: "我自己", channel: "此频道", server: "此服务器" },
  sources: {
    me: "你自己的设置",
    channel: "此频道的设置",
    server: "此服务器的设置",
    channelRole: (role) => `此频道为 ${role} 做的设置`,
    serverRole: (role) => `此服务器为 ${role} 做的设置`,
    profile: "模型的配置",
    webui: "WebUI 自己的",
    usual: "默认",
  },
  titles: {
    all: "在这里对你生效的设置",
    me: "你自己的设置",
    channel: "此频道的设置",
    server: "此服务器的设置",
  },
  nothing: "这里没有任何设置。",
  unset: "没人设置的项目由 WebUI 决定。",
  line: (label, value, from) => `**${label}：**${value} · ${from}`,
  ofRole: (label, role) => `${label}（${role}）`,
  plainLine: (label, value) => `**${label}：**${value}`,
  missing: "目前没有 WebUI 有它，或有它的 WebUI 缺少其余内容，因此不会发送",
  hidden: (count) => `还有 ${number.format(count)} 项，仅版主可见`,
  changeDefault: "修改默认值",
  changeRule: "修改限制或规则",
  language,
  none: "无",
  noLimit: "无限制",
  yes: "是",
  no: "否",
  done: (label, value, scope) => `${scope}：**${label}** 现在是 ${value}。`,
  doneForRole: (label, value, scope, role) =>
    `${scope}：对 ${role} 来说，**${label}** 现在是 ${value}。`,
  forgotten: (label, scope) => `${scope}：已清除 **${label}** 的设置。`,
  forgottenForRole: (label, scope, role) => `${scope}：已清除 **${label}** 对 ${role} 的设置。`,
  allForgotten: (scope, count) =>
    count === 0
      ? `${scope}：本来就没有设置。`
      : `${scope}：已清除 ${number.format(count)} 项设置。`,
  overruled: (label, value, from) => `对你来说，${label} 在这里仍是 ${value}（${from}）。`,
  clearHint: "留空则清除这项设置。",
  emptyHint: "未设置。列表里用 + 添加，用 - 移除：+ 第一项, 第二项",

  refused: {
    unknown: (typed, nearest) =>
      `没有 \`${typed}\` 这项设置。你是不是想找 ${nearest.map((name) => `\`${name}\``).join("、")}？`,
    notThere: (label, scopes) => `${label} 只能在以下范围设置：${scopes.join("、")}。`,
    noServer: "这里不是服务器，也没有频道：只有你自己的设置。",
    notByRole: (label) => `${label} 不能按身份组设置。`,
    notYesNo: (label, typed) => `${label} 不能为 \`${typed}\`：请填 是 或 否。`,
    notRole: (label, typed) => `${label} 不能为 \`${typed}\`：请提及身份组，例如 @Patron。`,
    notPerson: (label, typed) => `${label} 不能为 \`${typed}\`：请提及成员。`,
    notChannel: (label, typed) => `${label} 不能为 \`${typed}\`：请提及频道，例如 #log。`,
    notCommand: (typed) => `没有可以禁用的命令 \`${typed}\`。`,
    badAmount: (label, value, min, max) =>
      `${label} 不能为 \`${value}\`：必须在 ${min} 到 ${max} 之间。`,
    badList: (label) => `${label}：项目太多，或有一项太长。`,
    tooLong: (label) => `${label} 太长，无法在这里修改：请使用 /settings set 。`,
    notLanguage: (typed, known) => `这里没有语言 \`${typed}\`：${known.map(language).join("、")}。`,
  },
};
