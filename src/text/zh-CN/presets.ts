import type * as english from "../en/presets.ts";
import { either, number } from "./format.ts";

export const presets: typeof english.presets = {
  command: {
    about: "给一组参数起名保存，并用它来绘制",
    save: "起名保存参数：自己输入的，或某个结果的",
    list: "查看你的预设、这里分享的预设和服务器的预设",
    use: "用预设绘制",
    delete: "删除预设",
    share: "让此服务器里的所有人使用你的一个预设",
    name: "预设的名称",
    newName: "使用时的名称",
    parameters: "例如 --steps 30 --ar 16:9；前面的文字会加入每个提示词（{prompt}）",
    from: "此机器人的一个结果的链接或 ID；都不填则为你最近的图片",
    scope: "给谁用：你自己，或整个服务器",
    stop: "不再分享",
  },

  scopes: { me: "我自己", server: "此服务器" },
  of: (name) => `${name} 的`,
  ofServer: "服务器的",

  title: "预设",
  groups: { own: "你的", shared: "在这里分享的", server: "服务器的" },
  nothing: "还没有预设。可以用 `/preset save` 创建，也可以点 📋 下方的 💾。",
  line: (name, values) => `**${name}** · ${values}`,
  lineOf: (name, owner, values) => `**${name}** · ${owner} · ${values}`,
  sharedHere: (name, values) => `**${name}** · 在这里分享 · ${values}`,

  dialog: { title: "保存为预设", name: "名称", scope: "给谁用" },

  saved: (name) => `预设 ${name} 已保存。在 \`/draw\` 里选择 \`preset\` 就能用它绘制。`,
  replaced: (name) => `预设 ${name} 已保存，取代了之前的同名预设。`,
  savedServer: (name) => `预设 ${name} 已保存，整个服务器都能用。`,
  replacedServer: (name) => `服务器的预设 ${name} 已保存，取代了之前的同名预设。`,
  deleted: (name) => `预设 ${name} 已删除。`,
  deletedServer: (name) => `服务器的预设 ${name} 已删除。`,
  shared: (name) => `此服务器里的所有人现在都能用预设 ${name} 绘制。`,
  unshared: (name) => `预设 ${name} 不再在这里分享。`,
  unsharedOf: (name, owner) => `${owner} 的预设 ${name} 不再在这里分享。`,

  refused: {
    unknown: (typed, nearest) =>
      nearest.length === 0
        ? `这里没有预设 ${typed}，也没有其他预设。`
        : `这里没有预设 ${typed}。你是不是想找 ${either.format(nearest)}？`,
    notOwn: (typed) => `你没有预设 ${typed}。`,
    noName: "预设需要一个看得见的名称。",
    longName: (most) => `预设的名称最多 ${number.format(most)} 个字符。`,
    badName: "预设的名称不能包含 -- 参数、提及或看不见的字符。",
    empty: "没有可保存的内容：没有填写任何参数。",
    tooLong: "一个预设放不下这么多：请缩短其中的文字。",
    nested: "预设里不能再放预设。",
    full: (most) => `已经有 ${number.format(most)} 个预设了：请先删除一个。`,
    takenBy: (name, owner) => `${owner} 已在这里分享了预设 ${name}。请换个名称。`,
    takenByServer: (name) => `服务器已有预设 ${name}。请先把你的用别的名称保存。`,
    notYours: (name, owner) => `预设 ${name} 属于 ${owner}。`,
    noServer: "这里不是服务器：只有你自己的预设。",
    noLastPicture: "没有可以用来保存的图片。请填写 `parameters`，例如 `--steps 30 --ar 16:9`。",
    noResult: "我在那里找不到我的结果。它必须在这个频道里且我能读取，或者是你自己的结果。",
  },
};
