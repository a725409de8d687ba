import type * as english from "../en/failed.ts";

export const permissions: typeof english.permissions = {
  ViewChannel: "チャンネルを見る",
  SendMessages: "メッセージを送信",
  SendMessagesInThreads: "スレッドでメッセージを送信",
  AttachFiles: "ファイルを添付",
  ReadMessageHistory: "メッセージ履歴を読む",
};

export const failed: typeof english.failed = {
  down: (detail) => `WebUIに接続できませんでした。${quoted(detail)}`,
  busy: (detail) => `WebUIが混み合っています。${quoted(detail)}`,
  broke: (detail) => `生成中にWebUIが中断しました。${quoted(detail)}`,
  timeout: (detail) =>
    `WebUIの生成が時間内に終わりませんでした${detail === "" ? "" : `（${detail}）`}。`,
  memory: (detail) =>
    `GPUのメモリが足りません。画像を小さくするか、枚数を減らすとうまくいくかもしれません。${quoted(detail)}`,
  denied: (detail) => `WebUIがこのボットのアクセスを許可していません。${quoted(detail)}`,
  refused: (detail) => `WebUIに拒否されました。${quoted(detail)}`,
  nonsense: (detail) => `WebUIの応答に画像がありませんでした。${quoted(detail)}`,
  unknown: (reference) =>
    `こちらで問題が発生しました。申し訳ありません。報告する場合は \`${reference}\` を伝えてください。`,
};

function quoted(detail: string): string {
  return detail === "" ? "" : `WebUIからのメッセージ：${detail}`;
}
