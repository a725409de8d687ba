import type * as english from "../en/models.ts";
import { families, speeds } from "../names.ts";
import { all, number } from "./format.ts";

export const models: typeof english.models = {
  command: {
    about: "ここのモデルを見て、このサーバーでの使い方を決める",
    list: "モデルを見る",
    search: "名前にこれを含むものだけ",
    info: "モデルについて分かっていることを見る",
    name: "メンバーに表示されるモデルの名前を付ける（サーバー管理）",
    newName: "名前。空欄ならWebUIでの名前",
    hide: "モデルを一覧と候補に出さない（サーバー管理）",
    show: "非表示のモデルを一覧と候補に戻す（サーバー管理）",
    default: "モデルの指定がないときに使うモデルを決める（サーバー管理）",
    scope: "どこで（指定なし：サーバー全体）",
    profile: "指定がないときにモデルで使う値を決める（サーバー管理）",
    model: "どのモデルか",
    activator: "モデルを働かせる言葉。プロンプトの前に付きます",
    reset: "このモデルに決めた値をリセットする。一緒に指定した値は新たに有効になる",
  },
  scopes: { channel: "このチャンネル", server: "このサーバー" },

  title: "モデル",
  count: (count) => number.format(count),
  searched: (words) => `「${words}」を含むもの`,
  none: "モデルを知らせてきたWebUIはまだありません。",
  marks: {
    server: "このサーバーの既定",
    channel: "このチャンネルの既定",
    me: "あなたの既定",
    webui: "WebUI自体のモデル",
    hidden: "非表示",
    missing: "今はどのWebUIにもありません",
    notAllowed: "ここでは使用不可",
  },

  fields: {
    title: "ファイル",
    hash: "ハッシュ",
    family: "系統",
    webuis: "WebUI",
    default: "既定",
    allowed: "ここで使えるか",
    hidden: "非表示",
    activator: "トリガーワード",
    profile: "指定がないとき",
  },
  yes: "はい",
  no: "いいえ",
  noHash: "一度読み込まれると分かります",
  noFamily: "名前からは分からないため、サイズはWebUIに従います",
  noProfile: "WebUI自体の値",
  own: "このサーバー",
  ofFamily: "モデルの系統",

  families,
  speeds,

  named: (title, name) => `これからここでは ${title} を ${name} と呼びます。`,
  unnamed: (title) => `${title} を元の名前に戻しました。`,
  hidden: (name) =>
    `これから ${name} は一覧や候補に出ません。名前を最後まで入力すれば、まだ使えます。使えなくするには \`/settings set\` の \`allowed_models\` で設定してください。`,
  shown: (name) => `${name} がまた候補に出るようになりました。`,
  defaultOf: {
    server: (name) =>
      `これから ${name} がこのサーバーの既定です。元に戻すには \`/settings reset\` で \`model\` を選んでください。`,
    channel: (name) =>
      `これから ${name} がこのチャンネルの既定です。元に戻すには \`/settings reset\` で \`model\` を選んでください。`,
  },
  defaultNotAllowed:
    "ただし、ここでは使えない設定（`allowed_models`）なので、許可されるまで使われません。",
  profileKept: (name, what) => `これから、指定がないとき ${name} は次の値を使います：${what}`,
  profileForgotten: (name) => `${name} に決めた値をリセットしました。`,

  audit: {
    named: (title, name) => `モデル ${title} に「${name}」という名前を付けました。`,
    unnamed: (title) => `モデル ${title} を元の名前に戻しました。`,
    hidden: (name) => `モデル ${name} を非表示にしました。`,
    shown: (name) => `非表示のモデル ${name} を一覧に戻しました。`,
    defaultOf: {
      server: (name) => `モデル ${name} をこのサーバーの既定にしました。`,
      channel: (name) => `モデル ${name} をこのチャンネルの既定にしました。`,
    },
    profile: (name, what, anew) =>
      `モデル ${name} で使う値を${anew ? "新たに" : ""}決めました：${what}`,
    profileForgotten: (name) => `モデル ${name} に決めた値をリセットしました。`,
  },

  cannotBeDefault: (name) => `${name} は今どのWebUIにもないため、既定にできません。`,
  nameTaken: (name, other) => `${name} はすでに ${other} の名前です。`,
  notAllowed: (name, allowed, more) =>
    allowed.length === 0
      ? `モデル \`${name}\` はここでは使えません。`
      : `モデル \`${name}\` はここでは使えません。使えるモデル：${all.format([...allowed.map((each) => `\`${each}\``), ...(more > 0 ? [`ほか${number.format(more)}個`] : [])])}。`,
  noneAllowedHere: "ここで使えるモデルは、今どのWebUIにもありません。",
};
