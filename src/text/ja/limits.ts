import type * as english from "../en/limits.ts";
import { all, number } from "./format.ts";

const seconds = (amount: number) => `${number.format(Math.ceil(amount))}秒`;
const at = (ms: number) => `<t:${Math.ceil(ms / 1000)}:R>`;
const reservedToo = (reserved: number) =>
  reserved > 0 ? `さらに、待機中のリクエストに約${seconds(reserved)}必要です。` : "";

export const limits: typeof english.limits = {
  over: {
    count: (asked, most) =>
      `一度に${number.format(asked)}枚を指定しましたが、ここでの上限は${number.format(most)}枚です。`,
    steps: (asked, most) =>
      `${number.format(asked)}ステップを指定しましたが、ここでの上限は${number.format(most)}です。`,
    scale: (asked, most) =>
      `${number.format(asked)}倍の大きさを指定しましたが、ここでの上限は${number.format(most)}倍です。`,
    pixels: (width, height, most) =>
      `この画像は${number.format(width)} × ${number.format(height)} = ${number.format(width * height)}ピクセルになりますが、ここでの上限は${number.format(most)}ピクセルです（hires fix込み）。`,
  },
  refused: {
    waiting: (used, most) =>
      `ここで待機中・生成中のリクエストは${number.format(used)}件で、上限は${number.format(most)}件です。どれかが完了するかキャンセルされると、また空きができます。`,
    hour: (used, most, freeAt) =>
      `ここでの過去一時間のリクエストは${number.format(used)}件で、上限は${number.format(most)}件です。次にリクエストできるのは ${at(freeAt)} です。`,
    cooldown: (pause, freeAt) =>
      `ここではリクエストの間隔を${seconds(pause)}空ける必要があります。次にリクエストできるのは ${at(freeAt)} です。`,
    gpu: (used, reserved, most, freeAt) =>
      `今日のGPU時間を${seconds(used)}使いました。上限は${seconds(most)}です。${reservedToo(reserved)}また使えるようになるのは ${at(freeAt)} です。`,
    gpuTooMuch: (own, used, reserved, most, freeAt) =>
      `これには約${seconds(own)}かかります。今日のGPU時間は上限${seconds(most)}のうち${seconds(used)}を使いました。${reservedToo(reserved)}また使えるようになるのは ${at(freeAt)} です。`,
    command: (name) => `ここでは、あなたは ${name} を使えません。`,
    roles: (roles) =>
      `ここで生成できるのは、次のロールを持つメンバーだけです：${all.format(roles)}。`,
  },
  info: {
    title: "ここでのあなたの上限",
    none: "なし",
    waiting: (used, most) =>
      `待機中・生成中のリクエスト：${number.format(used)} / ${number.format(most)}件`,
    count: (most) => `一度に生成できる枚数：${number.format(most)}枚`,
    steps: (most) => `ステップ数：${number.format(most)}`,
    pixels: (most) => `画像のピクセル数（hires fix込み）：${number.format(most)}`,
    scale: (most) => `拡大：${number.format(most)}倍`,
    hour: (used, most, freeAt) =>
      `一時間のリクエスト：${number.format(used)} / ${number.format(most)}件${freeAt === undefined ? "" : `、次は ${at(freeAt)}`}`,
    gpu: (used, reserved, most, freeAt) =>
      `今日のGPU時間：${seconds(used)} / ${seconds(most)}${reserved > 0 ? `、待機中の分にさらに約${seconds(reserved)}` : ""}、すべて回復するのは ${at(freeAt)}`,
    cooldown: (pause, freeAt) =>
      `リクエストの間隔：${seconds(pause)}${freeAt === undefined ? "" : `、次は ${at(freeAt)}`}`,
    share: (share) => `GPU時間の配分：${number.format(share)}（通常は1）`,
    commands: (names) => `使えないコマンド：${all.format(names)}`,
    roles: (roles) => `生成できるロール：${all.format(roles)}`,
  },
};
