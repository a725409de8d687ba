import type * as english from "../en/setting-names.ts";

export const settingNames: typeof english.settingNames = {
  max_waiting: {
    label: "同时任务数",
    about: "一名成员最多有多少任务等待或绘制；0 为无限制",
  },
  max_count: { label: "每个任务的图片数", about: "一个任务最多画多少张图片；0 为无限制" },
  max_steps: { label: "最多步数", about: "最多采样步数；0 为无限制" },
  max_pixels: {
    label: "最多像素",
    about: "成品图片的最多像素，含高清修复；0 为无限制",
  },
  max_upscale: {
    label: "最大放大倍数",
    about: "图片最多能放大到多少倍；0 为无限制",
  },
  max_per_hour: {
    label: "每小时任务数",
    about: "一名成员每小时最多提交多少任务；0 为无限制",
  },
  gpu_seconds_per_day: {
    label: "每天的 GPU 秒数",
    about: "一名成员每天能用 GPU 绘制多少秒；0 为无限制",
  },
  cooldown_seconds: {
    label: "任务间隔",
    about: "一名成员隔多少秒才能提交下一个任务；0 为不限",
  },
  gpu_share: {
    label: "GPU 时间份额",
    about: "两人同时等待时，份额为 2 的人分到的 GPU 时间是份额为 1 的两倍；0.1 到 10",
  },
  blocked_commands: {
    label: "禁用的命令",
    about: "不允许使用的命令，用英文逗号隔开",
  },
  banned_words: {
    label: "禁用词",
    about: "含有这些词的提示词会被拒绝；用英文逗号隔开，/.../ 为正则表达式",
  },
  banned_words_sfw: {
    label: "禁用词（年龄限制频道除外）",
    about: "除年龄限制频道外，一律拒绝",
  },
  dropped_words: {
    label: "剔除词",
    about: "悄悄从提示词里去掉；用英文逗号隔开，/.../ 为正则表达式",
  },
  always_negative: {
    label: "固定反向提示词",
    about: "每个反向提示词里都会加上的词",
  },
  allowed_models: {
    label: "允许的模型",
    about: "只能用这些模型绘制，用英文逗号隔开",
  },
  allowed_roles: {
    label: "允许的身份组",
    about: "只有拥有这些身份组的成员才能绘制",
  },
  banned_roles: { label: "禁止的身份组", about: "拥有这些身份组的成员不能绘制" },
  banned_people: { label: "禁止的成员", about: "不能绘制的成员" },
  forced_spoiler: { label: "强制剧透", about: "点击之前隐藏所有图片" },
  spoiler_roles: {
    label: "剧透身份组",
    about: "拥有这些身份组的成员，其图片点击之前会隐藏",
  },
  review: {
    label: "审核",
    about: "检查结果（需要维护者配有分类器）；有问题的会等待版主处理",
  },
  live_preview: { label: "实时预览", about: "绘制过程中就显示图片" },
  audit_channel: {
    label: "操作记录频道",
    about: "在这里记录被拒绝的请求和版主的操作",
  },
  public_language: {
    label: "公开消息的语言",
    about: "所有人都能看到的消息使用的语言",
  },
};
