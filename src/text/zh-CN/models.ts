import type * as english from "../en/models.ts";
import { families, speeds } from "../names.ts";
import { either, number } from "./format.ts";

export const models: typeof english.models = {
  command: {
    about: "查看这里的模型，并决定此服务器如何使用它们",
    list: "查看所有模型",
    search: "只显示名称里包含这些字的",
    info: "查看一个模型的信息",
    name: "给模型起一个成员看到的名字（管理服务器）",
    newName: "新名字；留空则用 WebUI 里的名字",
    hide: "让一个模型不出现在列表和建议里（管理服务器）",
    show: "让隐藏的模型重新出现在列表和建议里（管理服务器）",
    default: "没人另选模型时，默认用它绘制（管理服务器）",
    scope: "在哪里生效（不填则为整个服务器）",
    profile: "决定没人指定时，模型用什么参数绘制（管理服务器）",
    model: "哪个模型",
    activator: "触发词，会加在提示词前面",
    reset: "清除之前为它定下的参数；同时填写的会成为新的设定",
  },
  scopes: { channel: "此频道", server: "此服务器" },

  title: "模型",
  count: (count) => number.format(count),
  searched: (words) => `包含“${words}”`,
  none: "还没有 WebUI 报告过模型。",
  marks: {
    server: "此服务器的默认模型",
    channel: "此频道的默认模型",
    me: "你自己的默认模型",
    webui: "WebUI 自己的",
    hidden: "已隐藏",
    missing: "目前不在任何 WebUI 上",
    notAllowed: "这里不允许使用",
  },

  fields: {
    title: "文件",
    hash: "哈希值",
    family: "系列",
    webuis: "WebUI",
    default: "默认",
    allowed: "这里允许使用",
    hidden: "已隐藏",
    activator: "触发词",
    profile: "没人指定时",
  },
  yes: "是",
  no: "否",
  noHash: "加载过一次后才知道",
  noFamily: "从名称看不出来，因此使用 WebUI 自己的尺寸",
  noProfile: "WebUI 自己的值",
  own: "此服务器",
  ofFamily: "它的系列",

  families,
  speeds,

  named: (title, name) => `${title} 从现在起在这里叫 ${name}。`,
  unnamed: (title) => `${title} 已恢复原来的名字。`,
  hidden: (name) =>
    `${name} 从现在起不再出现在列表和建议里。完整输入名称的人仍可以用它绘制：要禁止使用，请用 \`/settings set\` 设置 \`allowed_models\`。`,
  shown: (name) => `${name} 重新出现在列表和建议里了。`,
  defaultOf: {
    server: (name) =>
      `${name} 现在是此服务器的默认模型。要撤销，请用 \`/settings reset\` 并选择 \`model\`。`,
    channel: (name) =>
      `${name} 现在是此频道的默认模型。要撤销，请用 \`/settings reset\` 并选择 \`model\`。`,
  },
  defaultNotAllowed: "但这里不允许使用它（`allowed_models`），所以暂时不会用到。",
  profileKept: (name, what) => `没人指定时，${name} 从现在起这样绘制：${what}`,
  profileForgotten: (name) => `为 ${name} 定下的参数已清除。`,

  audit: {
    named: (title, name) => `把模型 ${title} 改名为“${name}”。`,
    unnamed: (title) => `恢复了模型 ${title} 原来的名字。`,
    hidden: (name) => `隐藏了模型 ${name}。`,
    shown: (name) => `让隐藏的模型 ${name} 重新出现在列表里。`,
    defaultOf: {
      server: (name) => `把模型 ${name} 设为此服务器的默认模型。`,
      channel: (name) => `把模型 ${name} 设为此频道的默认模型。`,
    },
    profile: (name, what, anew) => `为模型 ${name} ${anew ? "重新" : ""}设定了：${what}`,
    profileForgotten: (name) => `清除了为模型 ${name} 定下的参数。`,
  },

  cannotBeDefault: (name) => `${name} 目前不在任何 WebUI 上，不能设为默认模型。`,
  nameTaken: (name, other) => `${name} 已经是 ${other} 的名字了。`,
  notAllowed: (name, allowed, more) =>
    allowed.length === 0
      ? `这里不允许使用模型 \`${name}\`。`
      : `这里不允许使用模型 \`${name}\`。可以使用 ${either.format([...allowed.map((each) => `\`${each}\``), ...(more > 0 ? [`另外 ${number.format(more)} 个`] : [])])}。`,
  noneAllowedHere: "这里允许使用的模型目前都不在任何 WebUI 上。",
};
