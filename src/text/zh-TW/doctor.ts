import type * as english from "../en/doctor.ts";
import { number } from "./format.ts";

export const doctor: typeof english.doctor = {
  fine: "正常",
  notSet: "尚未設定",
  untried: "已設定；執行 `npm run doctor` 可以實際測試",
  ping: (milliseconds) => `回應時間 ${number.format(milliseconds)} ms`,
  checks: {
    discord: "Discord",
    permissions: "在這個頻道的權限",
    redis: "Redis",
    persistence: "Redis 當掉後仍保有已接受的任務",
    webui: (name) => `WebUI ${name}`,
    writer: "/prompt 使用的語言模型",
    queue: "佇列",
  },
  remedies: {
    persistence: "請設定 appendonly yes 和 appendfsync always",
    webui: "啟動時請加上 --api；執行 `npm run doctor` 可以看到更多說明",
    drained: "擁有者讓它停止接單了；用 /admin webuis resume 可以重新接單",
    noWebui: "請啟動一個 worker，以及一個加了 --api 的 WebUI",
    permissions: (names) => `我缺少：${names.join("、")}；版主可以給我`,
    start: "請啟動它，並檢查 WEBUI_URLS 裡它的位址",
    restart: "請重新啟動它，並看看它自己視窗裡的訊息",
    noWorker: "沒有 worker 負責它：請啟動一個",
  },
};
