import type * as english from "../en/doctor.ts";
import { number } from "./format.ts";

export const doctor: typeof english.doctor = {
  fine: "正常",
  notSet: "未設定",
  untried: "設定済み。`npm run doctor` で試せます",
  ping: (milliseconds) => `応答時間 ${number.format(milliseconds)} ms`,
  checks: {
    discord: "Discord",
    permissions: "このチャンネルでの権限",
    redis: "Redis",
    persistence: "受け付けたものがクラッシュ後もRedisに残る",
    webui: (name) => `WebUI ${name}`,
    writer: "/prompt 用の言語モデル",
    queue: "キュー",
  },
  remedies: {
    persistence: "appendonly yes と appendfsync always を設定してください",
    webui: "--api を付けて起動してください。詳しくは `npm run doctor` で確認できます",
    drained: "オーナーが割り当てを止めています。再開するには /admin webuis resume を使ってください",
    noWebui: "ワーカーと、--api を付けたWebUIを起動してください",
    permissions: (names) => `次の権限が足りません：${names.join("、")}。モデレーターが付与できます`,
    start: "起動して、WEBUI_URLS のアドレスを確認してください",
    restart: "再起動して、WebUI側のウィンドウの表示を確認してください",
    noWorker: "担当するワーカーがありません。ワーカーを起動してください",
  },
};
