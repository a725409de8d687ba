import type * as english from "../en/moderation.ts";
import { decimal, number } from "./format.ts";

export const moderation: typeof english.moderation = {
  refused: {
    word: "このプロンプトには、ここでは生成できない内容が含まれています。別の言葉で試してください。",
    written: "書かれた文に、ここでは生成できない内容が含まれています。別の言葉で試してください。",
    nothingLeft: "このプロンプトには、ここで生成できる内容が残っていません。言葉を足してください。",
    banned: "あなたはこのサーバーで生成できません。変更できるのはサーバーのモデレーターです。",
    notHere: "このサーバーに、そのチャンネルは見つかりません。",
    decided: (by) => `これについては ${by} さんがすでに決めました。`,
  },

  audit: {
    word: (word, prompt) => `禁止ワード ${word} のため拒否：${prompt}`,
    written: (word, prompt) => `禁止ワード ${word} のため、書かれたプロンプトを非表示：${prompt}`,
    refused: (said) => `拒否しました（本人への返事：${said}）`,
    banned: "生成を許可されていないため拒否しました。",
    cannotWrite: (channel) =>
      `${channel} に書き込めません。チャンネルの閲覧とメッセージの送信を許可してください。許可がないと何も記録されません。`,
  },

  review: {
    waits: "生成しました。モデレーターの確認後に表示されます。",
    waitsForCheck: "生成しました。チェックできるようになり次第、表示されます。",
    rejected: "モデレーターが表示しないと決めました。",
    expired: "時間内に確認されなかったため、表示されません。",
    unseen: "ここで行われるチェックを通らなかったため、表示されません。",
    held: (who, where) => `**確認待ち：**${where} での ${who} さんの結果`,
    score: (score, label) =>
      label === ""
        ? `スコア ${decimal.format(score)}`
        : `スコア ${decimal.format(score)}（${label}）`,
    unchecked: "分類器が応答しないため、チェックできませんでした。",
    some: (shown, total) => `画像${number.format(total)}枚のうち${number.format(shown)}枚`,
    decided: {
      approved: (by) => `✅ ${by} さんが承認しました。`,
      rejected: (by) => `🚫 ${by} さんが却下しました。`,
      expired: () => "時間内に決まらなかったため、却下されました。",
    },
    posted: "結果へ",
  },

  emptyPicture:
    "WebUIから空の画像が返ってきました。WebUIのセーフティフィルターが働いたか、VAEの処理に失敗した可能性があります。",
};
