import { el } from "../dom.js";
import { avatarOf, nameOf } from "../people.js";
import { emit, me, on, state } from "../state.js";
import { say } from "../words.js";
import { head } from "./head.js";
import { privateNote } from "./message-notes.js";

/** Commands of mine that wait for their first answer, or got none. Only this page knows of them. */
const echoes = new Map();

export const echoesIn = (channel) => [...echoes.values()].filter((one) => one.channel === channel);

/** A command was sent: it is shown until the bot answers. */
export function echo(one) {
  echoes.set(one.id, { ...one, failed: false });
  const known = state.interactions.get(one.id);
  if (known) settle(known);
  emit("echo");
}

function settle({ id, state: outcome }) {
  const one = echoes.get(id);
  if (!one || outcome === "waiting") return;
  if (outcome === "failed") echoes.set(id, { ...one, failed: true });
  else echoes.delete(id);
  emit("echo");
}
on("interaction", settle);
on("whole", () => echoes.clear());

function dismiss(id) {
  echoes.delete(id);
  emit("echo");
}

export function echoNode({ id, name, failed }) {
  const mine = me();
  return el(
    "li",
    { data: { id: `echo-${id}` } },
    el(
      "article",
      { class: failed ? "message private" : "message", tabindex: "-1" },
      el(
        "div",
        { class: "context" },
        avatarOf(mine, 16),
        el("span", { class: "context-name" }, nameOf(mine)),
        say("message.used"),
        el("span", { class: "context-command" }, name),
      ),
      el(
        "div",
        { class: "message-columns" },
        el("span", { class: "avatar-button" }, avatarOf(state.bot)),
        el(
          "div",
          { class: "message-main" },
          head(state.bot, Date.now()),
          failed
            ? el("p", { class: "failure", role: "alert" }, "❗ ", say("message.failed"))
            : el("p", { class: "thinking" }, say("message.sending")),
          failed ? privateNote(() => dismiss(id)) : "",
        ),
      ),
    ),
  );
}
