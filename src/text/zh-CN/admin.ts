import type * as english from "../en/admin.ts";
import { number } from "./format.ts";

export const admin: typeof english.admin = {
  command: {
    about: "供此机器人的所有者使用",
    webuis: "各个 WebUI",
    state: "查看每个 WebUI 的状态",
    drain: "让一个 WebUI 停止接单；正在绘制的会画完",
    resume: "让一个 WebUI 恢复接单",
    add: "再添加一个 WebUI，立即开始接单",
    url: "它的地址，例如 http://192.168.1.7:7860",
    remove: "让一个 WebUI 停止接单并移除它，直到再次添加",
    refresh: "让各个 WebUI 重新扫描文件夹，并读取它们的列表",
    options: "查看或修改一个 WebUI 自己的设置，对所有使用它的人生效",
    webui: "哪个 WebUI",
    option: "它的哪项设置",
    value: "新的值；留空则查看当前值",
    share: "查看或修改多个服务器同时等待时，一个服务器分到多少 GPU 时间",
    server: "哪个服务器（不填：所有单独设置过份额的服务器）",
    shareValue: "份额翻倍，GPU 时间也翻倍：0.1 到 10，通常为 1；留空则查看",
    doctor: "检查哪些正常，哪些有问题",
    errors: "查看最近 24 小时出了哪些错",
    announce: "向所有正在等待的人发布公告",
    text: "公告内容；留空则结束公告",
    hours: "持续多少小时（不填则为 24）",
    export: "把保存的某个人的全部数据导出为文件",
    erase: "清除某个人的全部数据",
    user: "谁",
    settingsExport: "把保存的你的全部数据导出为文件",
    settingsErase: "清除保存的你的全部数据",
  },

  states: {
    up: "正常",
    resting: "暂歇，可能还在忙",
    drained: "已停止接单",
    down: "离线",
    elsewhere: "正常",
  },
  troubles: {
    down: "无法连接",
    hung: "没有及时响应",
    broke: "绘制时中断了",
    busy: "太忙了",
    memory: "GPU 显存不足",
    denied: "拒绝所有访问：请检查它的 --api 和登录设置",
    nonsense: "返回的内容里没有图片",
  },
  webui: (place, name, kind, state, trouble) =>
    `**${place}.** ${name} · ${kind} · ${state}${trouble === undefined ? "" : `：${trouble}`}`,
  neverReached: (name) => `${name} · 已添加，尚未连接成功`,
  facts: (models, loras) => `${number.format(models)} 个模型、${number.format(loras)} 个 LoRA`,
  ownModel: (model) => `它自己的模型：${model}`,
  drawing: "正在绘制",
  seen: (when) => `列表读取于 ${when}`,
  noWebuis: "还没有连接成功过任何 WebUI。",
  drained: (name) => `${name} 已停止接单：画完手头的任务后不再接新任务。`,
  resumed: (name) => `${name} 已恢复接单。`,
  added: (name, facts) => `${name} 现在开始接单：${facts}。`,
  addedAway: (name) => `${name} 已添加。它暂时没有响应，一旦响应就会开始接单。`,
  removed: (name) => `${name} 画完手头的任务后就会被移除。用 /admin webuis add 可以重新添加。`,
  refreshed: (name) => `${name}：已扫描文件夹并读取列表。`,
  option: (name, value) => `**${name}** 当前为 ${value}。`,
  changed: (name, before, after) =>
    `**${name}** 已从 ${before} 改为 ${after}，对所有使用这个 WebUI 的人生效。`,
  unchanged: (name, value) => `WebUI 没有接受这个值：**${name}** 仍为 ${value}。`,
  back: (value) => `改回 ${value}`,

  share: (server, share) =>
    `多个服务器同时等待时，**${server}** 的 GPU 时间份额为 ${number.format(share)}（通常为 1）。`,
  sharesUsual: "所有服务器的 GPU 时间份额相同。",

  queued: (running, waiting) =>
    `${number.format(running)} 个正在绘制，${number.format(waiting)} 个等待中`,

  more: (count) => `还有 ${number.format(count)} 项`,

  errorsTitle: (count) => `最近 24 小时有 ${number.format(count)} 个错误`,
  noErrors: "最近 24 小时没有出错。",
  error: (kind, count, last) => `**${kind}** · ${number.format(count)} 次 · 最近一次 ${last}`,
  reference: (id) => `编号 ${id}`,

  announced: (until) => `所有正在等待的人现在都会看到这条公告，直到 ${until}。`,
  silent: "公告已结束。",

  exported: "保存的此人的全部数据都在文件里。已经发布的内容在 Discord 上。",
  exportTooLarge: "文件太大，无法发到这里。请联系此机器人的维护者。",
  reallyErase: (name) =>
    `要清除 ${name} 的全部数据吗？包括设置、预设、图片列表、每张图片的绘制方式和统计数据；等待中的任务会被取消。已经发布的图片会留在 Discord 上，它们的按钮将只依据图片自身的信息工作。`,
  erase: "全部清除",
  erased: (name, cancelled) =>
    `${name} 的全部数据已清除。${cancelled === 0 ? "" : `已取消 ${number.format(cancelled)} 个任务。`}`,

  refused: {
    noWebui: (typed) => `没有名为 \`${typed}\` 的 WebUI。`,
    noServer: (typed, nearest) =>
      nearest.length === 0
        ? `我不在名为 \`${typed}\` 的服务器里。`
        : `我不在名为 \`${typed}\` 的服务器里。你是不是想找 ${nearest.map((name) => `\`${name}\``).join("、")}？`,
    severalServers: (typed, ids) =>
      `有多个服务器叫 \`${typed}\`：请用 ID 指明是哪一个，${ids.join("、")}。`,
    whichServer: "哪个服务器？请在填写份额的同时选一个。",
    notAnAddress: "这不是有效的地址：必须以 http:// 或 https:// 开头。",
    isThere: (name) => `${name} 已经在列表里了。`,
    noOptions: "这个 WebUI 没有可以在这里查看或修改的设置。",
    noOption: (typed, nearest) =>
      nearest.length === 0
        ? `那里没有 \`${typed}\` 这项设置。`
        : `那里没有 \`${typed}\` 这项设置。你是不是想找 ${nearest.map((name) => `\`${name}\``).join("、")}？`,
    wrongType: (name, value) => `${name} 不能设为 \`${value}\`。`,
    noAnswer: "WebUI 没有及时响应。它可能正忙着加载，请过一会儿再看。",
    failed: (detail) => `WebUI 拒绝了${detail === "" ? "。" : `：${detail}`}`,
  },
};
