import type * as english from "../en/settings.ts";
import { language, number } from "./format.ts";
import { settingNames } from "./setting-names.ts";

export const settings: typeof english.settings = {
  names: settingNames,

  command: {
    about: "自分、チャンネル、サーバーの設定を表示・変更する",
    view: "今の設定と、それぞれの値がどこから来たかを見る",
    set: "設定する",
    reset: "設定を取り消す",
    scope: "対象（自分、このチャンネル、サーバー全体）",
    name: "何を設定するか",
    value: "値。リストでは + で追加、- で削除：+ 一つ目, 二つ目",
    role: "このロールのメンバーだけに適用（上限、GPU時間の配分、使えるモデル）",
    resetName: "何を取り消すか（指定なし：すべて）",
  },

  scopes: { me: "自分", channel: "このチャンネル", server: "このサーバー" },
  sources: {
    me: "あなた自身の設定",
    channel: "このチャンネルの設定",
    server: "このサーバーの設定",
    channelRole: (role) => `このチャンネルの ${role} の設定`,
    serverRole: (role) => `このサーバーの ${role} の設定`,
    profile: "モデルのプロファイル",
    webui: "WebUIに従う",
    usual: "標準",
  },
  titles: {
    all: "ここであなたに適用される設定",
    me: "あなた自身の設定",
    channel: "このチャンネルの設定",
    server: "このサーバーの設定",
  },
  nothing: "ここでは何も設定されていません。",
  unset: "誰も設定していないものは、WebUIに任せます。",
  line: (label, value, from) => `**${label}：**${value} · ${from}`,
  ofRole: (label, role) => `${label}（${role}）`,
  plainLine: (label, value) => `**${label}：**${value}`,
  missing: "今はこれのあるWebUI、またはほかのものがそろったWebUIがないため、送りません",
  hidden: (count) => `ほか${number.format(count)}件（モデレーター用）`,
  changeDefault: "既定の値を変更する",
  changeRule: "上限やルールを変更する",
  language,
  none: "なし",
  noLimit: "無制限",
  yes: "はい",
  no: "いいえ",
  done: (label, value, scope) => `${scope}：**${label}** を ${value} に設定しました。`,
  doneForRole: (label, value, scope, role) =>
    `${scope}：${role} の **${label}** を ${value} に設定しました。`,
  forgotten: (label, scope) => `${scope}：**${label}** の設定を取り消しました。`,
  forgottenForRole: (label, scope, role) =>
    `${scope}：${role} の **${label}** の設定を取り消しました。`,
  allForgotten: (scope, count) =>
    count === 0
      ? `${scope}：何も設定されていませんでした。`
      : `${scope}：設定${number.format(count)}件を取り消しました。`,
  overruled: (label, value, from) =>
    `あなたの場合、ここでの${label}は ${value} のままです（${from}）。`,
  clearHint: "空にすると設定を取り消します。",
  emptyHint: "未設定。リストでは + で追加、- で削除：+ 一つ目, 二つ目",

  refused: {
    unknown: (typed, nearest) =>
      `\`${typed}\` という設定はありません。もしかして：${nearest.map((name) => `\`${name}\``).join("、")}`,
    notThere: (label, scopes) => `${label}を設定できるのは次の対象だけです：${scopes.join("、")}。`,
    noServer: "ここにはサーバーもチャンネルもないため、あなた自身の設定だけです。",
    notByRole: (label) => `${label}はロールごとには設定できません。`,
    notYesNo: (label, typed) =>
      `${label}を \`${typed}\` にはできません。「はい」か「いいえ」で指定してください。`,
    notRole: (label, typed) =>
      `${label}を \`${typed}\` にはできません。@Patron のようにロールをメンションしてください。`,
    notPerson: (label, typed) =>
      `${label}を \`${typed}\` にはできません。人をメンションしてください。`,
    notChannel: (label, typed) =>
      `${label}を \`${typed}\` にはできません。#log のようにチャンネルを指定してください。`,
    notCommand: (typed) => `禁止できるコマンドに \`${typed}\` はありません。`,
    badAmount: (label, value, min, max) =>
      `${label}を \`${value}\` にはできません。${min}から${max}までで指定してください。`,
    badList: (label) => `${label}：項目が多すぎるか、長すぎる項目があります。`,
    tooLong: (label) =>
      `${label}は長すぎるため、ここでは変更できません。代わりに /settings set を使ってください。`,
    notLanguage: (typed, known) =>
      `\`${typed}\` という言語はここにありません：${known.map(language).join("、")}。`,
  },
};
