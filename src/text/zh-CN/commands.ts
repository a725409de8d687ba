import type * as english from "../en/commands.ts";

export const commands: typeof english.commands = {
  draw: { about: "用文字绘制图片" },
  edit: { about: "重绘图片的一部分，或向画面外扩展" },
  control: { about: "保留一张图片的结构来绘制：边缘、深度、姿势" },
  upscale: { about: "放大图片，或改善图中的人脸" },
  describe: { about: "把图片描述成文字或标签" },
  inspect: {
    about: "查看图片是用什么画的",
    image: "要查看的图片",
  },
  history: { about: "找回你最近的图片" },
  info: {
    about: "查看这里可以用什么来绘制",
    list: "哪个列表",
    search: "只显示名称里包含这些字的",
  },
  prompt: {
    about: "把几个词扩写成更完整的提示词",
    text: "你想看到什么；后面可以加 --ar 16:9 这样的参数",
  },
  stats: {
    about: "查看画了多少、用什么画的、什么时候画的",
    period: "哪段时间（不填则为最近 7 天）",
    of: "谁画的",
  },
  queue: {
    about: "查看哪些在等待，哪些正在绘制",
    action: "要做什么（仅限版主）",
    clear: "清空：取消此服务器所有等待中的任务",
    pause: "暂停：在恢复之前不再为此服务器绘制",
    resume: "恢复为此服务器绘制",
    pause_all: "在所有地方全部暂停（机器人所有者）",
    resume_all: "全部恢复（机器人所有者）",
  },
};

export const menus: typeof english.menus = {
  inspect: "图片信息",
  remix: "再创作",
  upscale: "放大",
  describe: "描述图片",
  remixAvatar: "用头像再创作",
};
