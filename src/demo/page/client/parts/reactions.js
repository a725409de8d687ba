import { el } from "../dom.js";
import { act } from "../server.js";
import { say } from "../words.js";
import { openMenu } from "./menu.js";

/** What the small choice of emoji offers. */
const offered = ["👍", "❤️", "😂", "🎉", "😮", "😢", "🔥", "👀", "🎲", "❌"];

export const addReaction = (message, emoji, isOn = true) =>
  act("react", { message: message.id, emoji, on: isOn });

export function openEmoji(message, anchor) {
  openMenu(
    anchor,
    offered.map((emoji) => ({ label: emoji, act: () => void addReaction(message, emoji) })),
    say("reactions.add"),
  );
  document.querySelector(".menu:last-of-type")?.classList.add("emoji-menu");
}

export function reactions(message) {
  if ((message.reactions ?? []).length === 0) return "";
  return el(
    "div",
    { class: "reactions" },
    message.reactions.map(({ emoji, count, me }) =>
      el(
        "button",
        {
          type: "button",
          class: "reaction",
          "aria-pressed": String(me),
          "aria-label": say("reactions.one", { emoji: emoji.name, count }),
          data: { key: `reaction:${emoji.name}` },
          onclick: () => void addReaction(message, emoji.name, !me),
        },
        el("span", { class: "emoji" }, emoji.name),
        el("span", {}, String(count)),
      ),
    ),
  );
}
