import type * as english from "../en/refused.ts";
import { either, megapixels, number } from "./format.ts";

export const bounds: typeof english.bounds = {
  between: (min, max) => `${number.format(min)}から${number.format(max)}までで指定してください`,
  wholeNumber: "整数で指定してください",
  ratio: "16:9 のように、二つの数をコロンでつないで指定してください",
  oneOf: (values) => `${either.format(values)} のいずれかで指定してください`,
  empty: "空にはできません",
  tooLong: (max) => `${number.format(max)}文字までです`,
  tooMany: (max) => `${number.format(max)}項目までです`,
};

export const refused: typeof english.refused = {
  outOfBounds: (label, value, why) => `${label}を \`${value}\` にはできません。${why}。`,
  notANumber: (label, value) => `${label}を \`${value}\` にはできません。数値で指定してください。`,
  flagWithoutValue: (flag) => `${flag} の後に値が必要です。`,
  unknownName: (label, typed, nearest) =>
    nearest.length === 0
      ? `${label} \`${typed}\` はここにありません。代わりになるものもありません。`
      : `${label} \`${typed}\` はここにありません。もしかして：${either.format(nearest.map((name) => `\`${name}\``))}`,
  tooManyPixels: (width, height, max) =>
    `${number.format(width)} × ${number.format(height)} は大きすぎます。画像は${megapixels.format(max / 1e6)}メガピクセルまでです（hires fix込み）。`,
  ratioTooExtreme: (ratio) =>
    `アスペクト比 \`${ratio}\` は極端すぎます。1:16 から 16:1 までで指定してください。`,
  originalGone: "オリジナルの保存期間（一日）が過ぎたため、もうありません。",
  emptyMask: "マスクに何も塗られていません。白く塗るか、画像のコピーの上に塗ってください。",
  otherMaskShape: (width, height) =>
    `マスクの縦横比が画像と違います。${number.format(width)} × ${number.format(height)} ピクセルか、同じ比率のまま拡大・縮小したものにしてください。`,
  maskAndExtend: "マスクと拡張は同時に使えません。拡張は独自のマスクを作ります。",
  tooManyUnits: (most) => `コントロール画像は一度に${number.format(most)}枚までです。`,
  noControl: "ControlNetを使えるWebUIがここにはありません。",
  notDrawn: "これは言葉から生成されたものではないため、生成し直せません。",
  noPictureThere: "このメッセージに画像はありません。",
  noPicture: "これには画像が必要です。",
  cannotDo: {
    upscale: "画像を拡大できるWebUIがここにはありません。",
    caption: "画像を説明できるWebUIがここにはありません。",
    tags: "画像のタグを見つけられるWebUIがここにはありません。",
    progress: "進み具合を知らせるWebUIがここにはありません。",
    interrupt: "中断できるWebUIがここにはありません。",
    skip: "画像をスキップできるWebUIがここにはありません。",
  },
  notAPicture: "このファイルは画像として読み込めません。PNG、JPEG、WebP、GIF、AVIFが使えます。",
  brokenPicture: "この画像は壊れているか、不完全です。",
  fileTooLarge: (megabytes) =>
    `このファイルは大きすぎます。${number.format(megabytes)} MBまでです。`,
  pictureTooLarge: (megapixels) =>
    `この画像はピクセル数が多すぎます。${number.format(megapixels)}メガピクセルまでです。`,
  foreignAddress: "Discordにアップロードされたファイルだけ使えます。",
  attachmentGone: "Discordからファイルを取得できませんでした。もう一度添付してください。",
  cannotPost: (missing) => `ここに画像を投稿できません。必要な権限：${missing.join("、")}。`,
  mayNotPost:
    "あなたはこのチャンネルに画像を投稿できない（ファイルを添付）ため、ここでは生成できません。private を使えば、あなただけに表示されます。",
  queueAway:
    "今はキューを利用できないため、受け付けられませんでした。少し待ってからもう一度試してください。",
  notYours: (name) => `これは ${name} さんのものです。`,
  alreadyDrawn: "すでに生成済みのため、キャンセルできません。",
  noWriter: "今はプロンプトを書く機能を利用できません。しばらくしてからもう一度試してください。",
  noWords: "プロンプトのもとになる言葉がありません。",
  moderatorsOnly: "これができるのは、ここでメッセージを管理できるメンバーだけです。",
  noServer:
    "ここはサーバーではないため、あなた自身の統計しかありません。「自分のみ」を選んでください。",
  managersOnly: "これができるのは、このサーバーを管理できるメンバーだけです。",
  ownersOnly: "これができるのは、このボットのオーナーだけです。",
  alreadyEnded: "これはすでに終了しています。",
  tooManyWords: (most) => `このリストは長すぎます。${number.format(most)}項目までです。`,
  tooManyPatterns: (most) => `このリストのパターンが多すぎます。${number.format(most)}個までです。`,
  wordTooLong: (most) => `このリストに長すぎる項目があります。${number.format(most)}文字までです。`,
  patternTooLong: (most) =>
    `このリストに長すぎるパターンがあります。${number.format(most)}文字までです。`,
  badPattern: (pattern) =>
    `パターン \`${pattern}\` は使えません。RE2 の形式で書いてください（後方参照、先読み、後読みは使えません）。`,
  patternTooLarge: (pattern) =>
    `パターン \`${pattern}\` は大きすぎます。繰り返しを減らしてください。`,
  patternFitsAll: (pattern) => `パターン \`${pattern}\` はどんな文にも一致してしまいます。`,
  forgotten: "これをどう生成したかは、もう分かりません。",
  sourceForgotten: "もとの画像がもうありません。画像を付けて、もう一度コマンドを使ってください。",
};
