import { el } from "../dom.js";
import { say } from "../words.js";
import { openAppsMenu } from "./apps-menu.js";
import { isPrivate } from "./message-words.js";
import { openEmoji } from "./reactions.js";

/** The little bar over a message: a reaction, and its menu. */
export function tools(message) {
  const tool = (label, symbol, act) => {
    const button = el(
      "button",
      {
        type: "button",
        class: "tool",
        "aria-label": label,
        title: label,
        onclick: (event) => act(event, button),
      },
      symbol,
    );
    return button;
  };
  return el(
    "div",
    { class: "tools" },
    isPrivate(message)
      ? ""
      : tool(say("reactions.add"), "☺", (_, button) =>
          openEmoji(message, button.getBoundingClientRect()),
        ),
    tool(say("apps.more"), "⋯", (event, button) => openAppsMenu(event, button, { message })),
  );
}
