import type * as english from "../en/queue.ts";
import { number } from "./format.ts";

export const queue: typeof english.queue = {
  title: (drawn, waiting) => `生成中${number.format(drawn)}件、待機中${number.format(waiting)}件`,
  empty: "待機中のものも生成中のものもありません。",
  place: (place) => `**${number.format(place)}.**`,
  drawn: "生成中",
  drawnOn: (webui, kind) => `WebUI ${webui}（${kind}）で生成中`,
  elsewhere: "別の場所の誰か",
  pausedHere: "このサーバーの生成は一時停止中です。",
  pausedAll: "すべての場所で生成は一時停止中です。",
  resumedHere: "このサーバーの生成を再開しました。",
  resumedAll: "すべての場所で生成を再開しました。",
  cleared: (count) =>
    count === 0
      ? "ここで待機中のものはありません。"
      : `リクエスト${number.format(count)}件をキャンセルしました。`,
};

export const audit: typeof english.audit = {
  cleared: (count) => `キューをクリアしました：リクエスト${number.format(count)}件。`,
  cancelled: (name) => `${name} さんのリクエストをキャンセルしました。`,
  skipped: (name) => `${name} さんのリクエストの画像をスキップしました。`,
  removed: (name) => `${name} さんの画像を削除しました。`,
  line: (who, where) => `-# ${who}${where === "" ? "" : `、${where}`}`,
};
