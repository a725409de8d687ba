import type * as english from "../en/commands.ts";

export const commands: typeof english.commands = {
  draw: { about: "言葉から画像を生成する" },
  edit: { about: "画像の一部を描き直す、または外側に描き足す" },
  control: { about: "画像の構造（輪郭、奥行き、ポーズ）をもとに生成する" },
  upscale: { about: "画像を拡大する、または顔をきれいにする" },
  describe: { about: "画像を文章やタグで説明する" },
  inspect: {
    about: "画像がどう作られたかを見る",
    image: "調べる画像",
  },
  history: { about: "最近の自分の画像を探す" },
  info: {
    about: "ここで生成に使えるものを見る",
    list: "どの一覧か",
    search: "名前にこれを含むものだけ",
  },
  prompt: {
    about: "短い言葉から詳しいプロンプトを書いてもらう",
    text: "見たいもの。後に --ar 16:9 などのフラグを付けられます",
  },
  stats: {
    about: "どれだけ、何で、いつ生成されているかを見る",
    period: "期間（指定なし：過去7日間）",
    of: "誰の",
  },
  queue: {
    about: "待機中のものと生成中のものを見る",
    action: "操作（モデレーター用）",
    clear: "クリア：このサーバーで待機中のものをすべてキャンセル",
    pause: "一時停止：再開するまでこのサーバーの生成を止める",
    resume: "このサーバーの生成を再開",
    pause_all: "すべての場所で一時停止（ボットのオーナー）",
    resume_all: "すべて再開（ボットのオーナー）",
  },
};

export const menus: typeof english.menus = {
  inspect: "画像の情報",
  remix: "リミックス",
  upscale: "拡大",
  describe: "説明",
  remixAvatar: "アバターをリミックス",
};
