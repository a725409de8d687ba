import type * as english from "../en/commands.ts";

export const commands: typeof english.commands = {
  draw: { about: "用文字畫出圖片" },
  edit: { about: "重繪圖片的一部分，或往畫面外延伸" },
  control: { about: "沿用一張圖片的結構來畫：邊緣、深度、姿勢" },
  upscale: { about: "放大圖片，或讓圖中的臉更好看" },
  describe: { about: "把圖片描述成文字或標籤" },
  inspect: {
    about: "看看一張圖片是怎麼畫出來的",
    image: "要查看的圖片",
  },
  history: { about: "找回你最近的圖片" },
  info: {
    about: "看看這裡可以用什麼來畫",
    list: "哪一份清單",
    search: "只列出名稱裡有這些字的",
  },
  prompt: {
    about: "把幾個詞寫成更完整的提示詞",
    text: "你想看到什麼；後面可以加 --ar 16:9 這類參數",
  },
  stats: {
    about: "看看畫了多少、用什麼畫、什麼時候畫",
    period: "哪段時間（不填則為最近 7 天）",
    of: "誰畫的",
  },
  queue: {
    about: "看看哪些在等待、哪些正在畫",
    action: "要做什麼（限版主）",
    clear: "清空：取消這個伺服器所有等待中的任務",
    pause: "暫停：恢復之前，不再為這個伺服器繪製",
    resume: "恢復為這個伺服器繪製",
    pause_all: "所有地方全部暫停（機器人擁有者）",
    resume_all: "全部恢復（機器人擁有者）",
  },
};

export const menus: typeof english.menus = {
  inspect: "圖片資訊",
  remix: "二次創作",
  upscale: "放大",
  describe: "描述圖片",
  remixAvatar: "用頭像二次創作",
};
