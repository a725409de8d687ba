import type * as english from "../en/failed.ts";

export const permissions: typeof english.permissions = {
  ViewChannel: "查看频道",
  SendMessages: "发送消息",
  SendMessagesInThreads: "在子区内发送消息",
  AttachFiles: "添加附件",
  ReadMessageHistory: "阅读消息历史记录",
};

export const failed: typeof english.failed = {
  down: (detail) => `无法连接 WebUI。${quoted(detail)}`,
  busy: (detail) => `WebUI 太忙了。${quoted(detail)}`,
  broke: (detail) => `WebUI 在绘制时中断了。${quoted(detail)}`,
  timeout: (detail) => `WebUI 没有及时画完${detail === "" ? "" : `（${detail}）`}。`,
  memory: (detail) => `GPU 显存不足：减少像素或图片数量也许有用。${quoted(detail)}`,
  denied: (detail) => `WebUI 不允许此机器人访问。${quoted(detail)}`,
  refused: (detail) => `WebUI 拒绝了这个任务。${quoted(detail)}`,
  nonsense: (detail) => `WebUI 返回的内容里没有图片。${quoted(detail)}`,
  unknown: (reference) => `我这边出了点问题，抱歉！如果要反馈，请附上 \`${reference}\`。`,
};

function quoted(detail: string): string {
  return detail === "" ? "" : `它的回复：${detail}`;
}
