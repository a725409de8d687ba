import type * as english from "../en/doctor.ts";
import { number } from "./format.ts";

export const doctor: typeof english.doctor = {
  fine: "正常",
  notSet: "未配置",
  untried: "已配置；`npm run doctor` 会实际测试",
  ping: (milliseconds) => `响应时间 ${number.format(milliseconds)} ms`,
  checks: {
    discord: "Discord",
    permissions: "在此频道的权限",
    redis: "Redis",
    persistence: "Redis 崩溃后仍保留已接受的任务",
    webui: (name) => `WebUI ${name}`,
    writer: "/prompt 所用的语言模型",
    queue: "队列",
  },
  remedies: {
    persistence: "请设置 appendonly yes 和 appendfsync always",
    webui: "启动时请加上 --api；`npm run doctor` 会给出更多信息",
    drained: "已被所有者停止接单；用 /admin webuis resume 可让它恢复接单",
    noWebui: "请启动一个 worker，以及一个带 --api 的 WebUI",
    permissions: (names) => `我缺少：${names.join("、")}；版主可以授予我`,
    start: "请启动它，并检查 WEBUI_URLS 中它的地址",
    restart: "请重新启动它，并查看它自己窗口里的提示",
    noWorker: "没有 worker 负责它：请启动一个",
  },
};
