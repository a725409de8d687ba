import type * as english from "../en/presets.ts";
import { either, number } from "./format.ts";

export const presets: typeof english.presets = {
  command: {
    about: "パラメーターに名前を付けて保存し、生成に使う",
    save: "パラメーターに名前を付けて保存する（入力したもの、または結果のもの）",
    list: "自分のプリセット、ここで共有されたもの、サーバーのものを見る",
    use: "プリセットを使って生成する",
    delete: "プリセットを削除する",
    share: "自分のプリセットをこのサーバーの全員が使えるようにする",
    name: "プリセットの名前",
    newName: "使うときの名前",
    parameters:
      "例：--steps 30 --ar 16:9。その前の言葉はすべてのプロンプトに加わります（{prompt}）",
    from: "このボットの結果のリンクかID。指定なし：最後の画像",
    scope: "誰用か（自分、またはサーバー全体）",
    stop: "共有をやめる",
  },

  scopes: { me: "自分", server: "このサーバー" },
  of: (name) => `${name} さんのもの`,
  ofServer: "サーバーのもの",

  title: "プリセット",
  groups: { own: "あなたのもの", shared: "ここで共有中", server: "サーバーのもの" },
  nothing: "プリセットはまだありません。`/preset save`、または 📋 の下の 💾 で作れます。",
  line: (name, values) => `**${name}** · ${values}`,
  lineOf: (name, owner, values) => `**${name}** · ${owner} · ${values}`,
  sharedHere: (name, values) => `**${name}** · ここで共有中 · ${values}`,

  dialog: { title: "プリセットとして保存", name: "名前", scope: "誰用か" },

  saved: (name) => `プリセット ${name} を保存しました。\`/draw\` の \`preset\` で使えます。`,
  replaced: (name) => `プリセット ${name} を上書き保存しました。`,
  savedServer: (name) => `プリセット ${name} をサーバー全体用に保存しました。`,
  replacedServer: (name) => `サーバーのプリセット ${name} を上書き保存しました。`,
  deleted: (name) => `プリセット ${name} を削除しました。`,
  deletedServer: (name) => `サーバーのプリセット ${name} を削除しました。`,
  shared: (name) => `このサーバーの全員がプリセット ${name} を使えるようになりました。`,
  unshared: (name) => `プリセット ${name} のここでの共有をやめました。`,
  unsharedOf: (name, owner) => `${owner} さんのプリセット ${name} のここでの共有をやめました。`,

  refused: {
    unknown: (typed, nearest) =>
      nearest.length === 0
        ? `プリセット ${typed} はここにありません。ほかのプリセットもありません。`
        : `プリセット ${typed} はここにありません。もしかして：${either.format(nearest)}`,
    notOwn: (typed) => `あなたのプリセットに ${typed} はありません。`,
    noName: "プリセットには、目に見える名前が必要です。",
    longName: (most) => `プリセットの名前は${number.format(most)}文字までです。`,
    badName: "プリセットの名前に、フラグ、メンション、見えない文字は使えません。",
    empty: "パラメーターが指定されていないため、保存するものがありません。",
    tooLong: "一つのプリセットには長すぎます。言葉を短くしてください。",
    nested: "プリセットに別のプリセットを入れることはできません。",
    full: (most) =>
      `プリセットはすでに${number.format(most)}個あります。先にどれかを削除してください。`,
    takenBy: (name, owner) =>
      `プリセット ${name} は ${owner} さんがここで共有しています。別の名前を選んでください。`,
    takenByServer: (name) =>
      `サーバーに同じ名前のプリセット ${name} があります。先に別の名前で保存してください。`,
    notYours: (name, owner) => `プリセット ${name} は ${owner} さんのものです。`,
    noServer: "ここはサーバーではないため、自分のプリセットだけ使えます。",
    noLastPicture:
      "保存のもとになるあなたの画像がありません。`--steps 30 --ar 16:9` のように `parameters` を指定してください。",
    noResult:
      "そこにこのボットの結果が見つかりません。このボットが読めるこのチャンネルにあるか、あなた自身の結果である必要があります。",
  },
};
