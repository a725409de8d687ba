import type * as english from "../en/admin.ts";
import { number } from "./format.ts";

export const admin: typeof english.admin = {
  command: {
    about: "このボットの運営者用",
    webuis: "WebUIの管理",
    state: "各WebUIの状態を見る",
    drain: "WebUIへの割り当てを止める（生成中のものは最後まで行う）",
    resume: "WebUIへの割り当てを再開する",
    add: "WebUIを追加し、リクエストの割り当てを始める",
    url: "WebUIのアドレス（例：http://192.168.1.7:7860 ）",
    remove: "WebUIへの割り当てを止め、再び追加されるまで登録から外す",
    refresh: "WebUIにフォルダーを読み直させ、一覧を取得する",
    options: "WebUI自体の設定を表示・変更する（使う人全員に影響）",
    webui: "どのWebUIか",
    option: "どの設定か",
    value: "新しい値。空欄なら今の値を表示",
    share: "複数のサーバーが待っているときのGPU時間の配分を表示・変更する",
    server: "どのサーバーか（指定なし：個別の配分があるすべて）",
    shareValue: "配分が倍ならGPU時間も倍。0.1～10、通常は1。空欄なら今の値を表示",
    doctor: "正常なものとそうでないものを確認する",
    errors: "過去24時間に起きたエラーを見る",
    announce: "待っている人全員にお知らせを出す",
    text: "お知らせの内容。空欄なら終了",
    hours: "何時間表示するか（指定なし：24）",
    export: "ある人について保存されているすべてをファイルで取得する",
    erase: "ある人に関するすべてを消去する",
    user: "誰の",
    settingsExport: "あなたについて保存されているすべてをファイルで取得する",
    settingsErase: "あなたについて保存されているすべてを消去する",
  },

  states: {
    up: "稼働中",
    resting: "休止中（まだ処理中かもしれないため）",
    drained: "割り当て停止中",
    down: "応答なし",
    elsewhere: "稼働中",
  },
  troubles: {
    down: "接続できません",
    hung: "時間内に応答しません",
    broke: "生成中に中断しました",
    busy: "混み合っています",
    memory: "GPUのメモリが不足しました",
    denied: "アクセスが拒否されました。--api とログイン情報を確認してください",
    nonsense: "応答に画像が含まれていません",
  },
  webui: (place, name, kind, state, trouble) =>
    `**${place}.** ${name} · ${kind} · ${state}${trouble === undefined ? "" : `：${trouble}`}`,
  neverReached: (name) => `${name} · 追加済み、まだ接続できていません`,
  facts: (models, loras) => `モデル${number.format(models)}個、LoRA${number.format(loras)}個`,
  ownModel: (model) => `WebUI自体のモデル：${model}`,
  drawing: "生成中",
  seen: (when) => `一覧の取得 ${when}`,
  noWebuis: "これまでに接続できたWebUIはありません。",
  drained: (name) =>
    `${name} への割り当てを止めました。生成中のものは最後まで行い、新しいものは渡しません。`,
  resumed: (name) => `${name} への割り当てを再開しました。`,
  added: (name, facts) => `これから ${name} にもリクエストを割り当てます：${facts}。`,
  addedAway: (name) =>
    `${name} を追加しました。まだ応答がないので、応答し次第リクエストを割り当てます。`,
  removed: (name) =>
    `${name} は生成中のものを終えたら登録から外れます。元に戻すには /admin webuis add を使ってください。`,
  refreshed: (name) => `${name}：フォルダーを読み直し、一覧を取得しました。`,
  option: (name, value) => `**${name}** は ${value} です。`,
  changed: (name, before, after) =>
    `**${name}** を ${before} から ${after} に変更しました。このWebUIを使う全員に影響します。`,
  unchanged: (name, value) =>
    `WebUIに変更が受け入れられませんでした。**${name}** は ${value} のままです。`,
  back: (value) => `${value} に戻す`,

  share: (server, share) =>
    `複数のサーバーが待っているときの **${server}** のGPU時間の配分は${number.format(share)}です（通常は1）。`,
  sharesUsual: "GPU時間の配分はどのサーバーも同じです。",

  queued: (running, waiting) =>
    `生成中${number.format(running)}件、待機中${number.format(waiting)}件`,

  more: (count) => `ほか${number.format(count)}件`,

  errorsTitle: (count) => `過去24時間のエラー：${number.format(count)}件`,
  noErrors: "過去24時間にエラーはありませんでした。",
  error: (kind, count, last) => `**${kind}** · ${number.format(count)}回 · 最後は ${last}`,
  reference: (id) => `参照番号 ${id}`,

  announced: (until) => `待っている人全員に ${until} まで表示されます。`,
  silent: "お知らせを終了しました。",

  exported:
    "この人について保存されているすべてがこのファイルに入っています。投稿されたものはDiscordにあります。",
  exportTooLarge:
    "ここで送るにはファイルが大きすぎます。このボットの運営者に問い合わせてください。",
  reallyErase: (name) =>
    `${name} さんに関するすべてを消去しますか？設定、プリセット、画像の一覧、それぞれの生成方法、統計が消え、待機中のものはキャンセルされます。投稿済みの画像はDiscordに残り、そのボタンは画像自体の情報をもとに動作します。`,
  erase: "すべて消去",
  erased: (name, cancelled) =>
    `${name} さんに関するすべてを消去しました。${cancelled === 0 ? "" : `リクエスト${number.format(cancelled)}件をキャンセルしました。`}`,

  refused: {
    noWebui: (typed) => `WebUI \`${typed}\` はありません。`,
    noServer: (typed, nearest) =>
      nearest.length === 0
        ? `\`${typed}\` というサーバーには参加していません。`
        : `\`${typed}\` というサーバーには参加していません。もしかして：${nearest.map((name) => `\`${name}\``).join("、")}`,
    severalServers: (typed, ids) =>
      `\`${typed}\` という名前のサーバーが複数あります。IDで指定してください：${ids.join("、")}。`,
    whichServer: "どのサーバーですか？配分と一緒にサーバーを選んでください。",
    notAnAddress: "アドレスではありません。http:// か https:// で始まる必要があります。",
    isThere: (name) => `${name} はすでにあります。`,
    noOptions: "このWebUIには、ここから表示・変更できる設定がありません。",
    noOption: (typed, nearest) =>
      nearest.length === 0
        ? `\`${typed}\` という設定はありません。`
        : `\`${typed}\` という設定はありません。もしかして：${nearest.map((name) => `\`${name}\``).join("、")}`,
    wrongType: (name, value) => `${name} を \`${value}\` にはできません。`,
    noAnswer:
      "WebUIが時間内に応答しませんでした。読み込み中かもしれないので、しばらくしてから確認してください。",
    failed: (detail) => `WebUIに拒否されました${detail === "" ? "。" : `：${detail}`}`,
  },
};
