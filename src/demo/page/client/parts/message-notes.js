import { el } from "../dom.js";
import { emit, state } from "../state.js";
import { say } from "../words.js";
import { isPrivate } from "./message-words.js";
import { hasFailed } from "./pending.js";

/** What stands below a message: that a press got no answer, that nobody else sees it. */
export function notes(message) {
  return [
    hasFailed(message.id)
      ? el("p", { class: "failure", role: "alert" }, say("message.failed"))
      : "",
    isPrivate(message) ? privateNote(() => dismiss(message.id)) : "",
  ];
}

/** Private messages live in the client: to dismiss one is to forget it. */
function dismiss(id) {
  state.messages.delete(id);
  state.dismissed.add(id);
  emit("gone", { id });
}

/** "Only you can see this", with what takes it away. */
export const privateNote = (dismissed) =>
  el(
    "p",
    { class: "private-note" },
    el("span", { "aria-hidden": "true" }, "👁 "),
    say("message.onlyYou"),
    " · ",
    el("button", { type: "button", class: "as-link", onclick: dismissed }, say("message.dismiss")),
  );
