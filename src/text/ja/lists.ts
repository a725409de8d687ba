import type * as english from "../en/lists.ts";
import { number } from "./format.ts";

export const inspect: typeof english.inspect = {
  madeWith: (program) => `${program} で作成`,
  nothing: "この画像には作り方の情報がありません。",
  picture: (picture, pictures) => `画像 ${picture} / ${pictures}`,
  choose: "別の画像を見る",
};

export const history: typeof english.history = {
  title: "最近のあなたの画像",
  nothing: "この一か月のあなたの画像はありません。",
  enlarged: "拡大した画像",
  open: "開く",
  hidden: "あなただけに表示",
};

export const info: typeof english.info = {
  title: "ここで使えるもの",
  lists: {
    models: "モデル",
    samplers: "サンプラー",
    schedulers: "スケジューラー",
    styles: "スタイル",
    loras: "LoRA",
    upscalers: "アップスケーラー",
    vaes: "VAE",
    detailers: "ディテイラー",
    controlTypes: "ControlNetの種類",
    webuis: "WebUI",
  },
  count: (count) => number.format(count),
  searched: (words) => `「${words}」を含むもの`,
  choose: "一覧を見る",
  webui: (webui, kind, up) => `WebUI ${webui}：${kind}、${up ? "稼働中" : "応答なし"}`,
};
