import type * as english from "../en/failed.ts";

export const permissions: typeof english.permissions = {
  ViewChannel: "檢視頻道",
  SendMessages: "傳送訊息",
  SendMessagesInThreads: "在討論串中傳送訊息",
  AttachFiles: "附加檔案",
  ReadMessageHistory: "讀取訊息歷史",
};

export const failed: typeof english.failed = {
  down: (detail) => `連不上 WebUI。${quoted(detail)}`,
  busy: (detail) => `WebUI 太忙了。${quoted(detail)}`,
  broke: (detail) => `WebUI 畫到一半中斷了。${quoted(detail)}`,
  timeout: (detail) => `WebUI 沒有及時畫完${detail === "" ? "" : `（${detail}）`}。`,
  memory: (detail) => `GPU 記憶體不夠畫這個：減少像素或張數也許有用。${quoted(detail)}`,
  denied: (detail) => `WebUI 不讓這個機器人存取。${quoted(detail)}`,
  refused: (detail) => `WebUI 拒絕了這個任務。${quoted(detail)}`,
  nonsense: (detail) => `WebUI 回傳的內容裡沒有圖片。${quoted(detail)}`,
  unknown: (reference) => `我這邊出了點問題，抱歉！如果要回報，請附上 \`${reference}\`。`,
};

function quoted(detail: string): string {
  return detail === "" ? "" : `它的回應：${detail}`;
}
