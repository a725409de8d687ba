import type * as english from "../en/result.ts";
import { number } from "./format.ts";

export const result: typeof english.result = {
  drawnFor: (name) => `${name} さんのリクエストで生成`,
  describedFor: (name) => `${name} さんのリクエストで説明`,
  source: "画像から生成",
  from: (mark, url, name) => `[${mark} ${name} さんの画像](${url})から生成`,
  negative: (prompt) => `除外：${prompt}`,
  size: "サイズ",
  seed: "シード",
  model: "モデル",
  unknownModel: "WebUI自体のモデル",
  page: (page, pages) => `ページ ${page} / ${pages}`,
  upscaled: (scale) => `${number.format(scale)}倍に拡大`,
  described: "写っているもの",
  reencoded: "このチャンネルには大きすぎる画像を圧縮しました。",
  removed: (name) => `${name} さんが削除しました。`,
};

export const details: typeof english.details = {
  infotext: "Infotext",
  command: "もう一度生成するには",
  attach: "元にした画像と、使った場合はマスクも添付してください。文字では入力できません。",
  nothing: "これ以上の情報はありません。",
  originals: "このチャンネルには大きすぎるため、圧縮しました。元の画像：",
  link: (url) => `[オリジナル](${url})（一日だけ、あなた専用）`,
  noLinks:
    "オリジナルはここのDiscordには大きすぎます。このボットの運営者がリンクを有効にすることもできます（PUBLIC_URL）。",
};

export const written: typeof english.written = { from: (words) => `元の言葉：${words}` };

export const mail: typeof english.mail = { back: "メッセージへ" };
