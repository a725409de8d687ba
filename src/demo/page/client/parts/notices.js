import { el } from "../dom.js";
import { on } from "../state.js";
import { say } from "../words.js";

const shownMs = 6000;

/** What could not be done, for a moment. */
export function createNotices() {
  const node = el("div", { class: "notices", role: "status", "aria-live": "assertive" });
  on("refused", ({ why }) => {
    const notice = el("div", { class: "notice" }, why ? say("refused", { why }) : say("away"));
    node.append(notice);
    setTimeout(() => notice.remove(), shownMs);
  });
  return node;
}
