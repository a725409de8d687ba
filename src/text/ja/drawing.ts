import type * as english from "../en/drawing.ts";
import { number, percent } from "./format.ts";

const time = (seconds: number) =>
  seconds < 90 ? `約${number.format(seconds)}秒` : `約${number.format(Math.round(seconds / 60))}分`;

export const waiting: typeof english.waiting = {
  queued: (ahead, about) =>
    `順番待ち：${ahead === 0 ? "次の番です" : `前に${number.format(ahead)}件`}${about === undefined ? "" : `、${about}`}`,
  seconds: (seconds) => time(seconds),
  webuisDown: "今はどのWebUIにも接続できません。復旧し次第、画像を生成します。",
  paused: "ここでの生成は一時停止中です。再開されると自動的に続きます。",
  cancelled: (name) => `${name} さんがキャンセルしました。`,
};

export const running: typeof english.running = {
  drawing: "生成中",
  loading: "生成中：モデルを読み込んでいます",
  busyElsewhere: "次の番です。今はWebUIが別の人のものを生成しています",
  percent: (share) => percent.format(share),
  step: (step, steps) => `ステップ ${number.format(step)} / ${number.format(steps)}`,
  picture: (picture, pictures) => `画像 ${number.format(picture)} / ${number.format(pictures)}`,
  left: (seconds) => `残り${time(seconds)}`,
};
