import type * as english from "../en/buttons.ts";
import { number } from "./format.ts";

export const buttons: typeof english.buttons = {
  again: "もう一度",
  edit: "編集して再生成",
  vary: "画像のバリエーション",
  varyStrong: "大きく変える",
  upscale: "画像を拡大",
  zoom: "ズームアウト・移動",
  details: "詳細",
  remove: "削除",
  skip: "次の画像へ",
  draw: "生成する",
  repeat: "これをもう一度生成",
  remix: "リミックス",
  original: "オリジナル",
  control: "コントロール画像を追加",
  approve: "承認",
  reject: "却下",
  preset: "プリセットとして保存",
  originalOf: (of) => `オリジナル ${of}`,
  picture: (of) => `画像 ${of}`,
  pictureSubtle: (of) => `画像 ${of}（少し）`,
  pictureStrong: (of) => `画像 ${of}（大きく）`,
};

export const views: typeof english.views = {
  title: "外側を見る",
  out15: "1.5×ズームアウト",
  out20: "2×ズームアウト",
  square: "正方形にする",
  left: "⬅ 左へ移動",
  right: "右へ移動 ➡",
  up: "⬆ 上へ移動",
  down: "下へ移動 ⬇",
};

export const choose: typeof english.choose = {
  several: (count) => `このメッセージには画像が${number.format(count)}枚あります。`,
  which: "どれにしますか？",
};

export const dialog: typeof english.dialog = {
  edit: "編集して再生成",
  remix: "リミックス",
  control: "コントロール画像を追加",
  flags: "その他（例：--steps 30 --ar 16:9）",
};
