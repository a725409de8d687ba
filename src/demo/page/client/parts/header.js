import { el } from "../dom.js";
import { channelNow, isDm, on } from "../state.js";
import { say } from "../words.js";
import { titleOf } from "./messages.js";

/** The name of the channel, and the buttons that open what is at the sides. */
export function createHeader() {
  const title = el("h2", { class: "channel-title" });
  const offline = el("span", { class: "offline-note", hidden: true }, say("offline"));
  const side = (name, symbol) =>
    el(
      "button",
      {
        type: "button",
        class: `header-button ${name}-button`,
        "aria-label": say(`header.${name}`),
        "aria-controls": name,
        "aria-expanded": "false",
        onclick: ({ currentTarget }) => toggle(name, currentTarget),
      },
      symbol,
    );
  const buttons = { sidebar: side("sidebar", "☰"), panel: side("panel", "🛠") };

  function toggle(name, button) {
    const isOpen = document.body.classList.toggle(`shows-${name}`);
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) document.querySelector(`#${name} button`)?.focus();
  }
  function close(name) {
    const isOpen = document.body.classList.contains(`shows-${name}`);
    if (isOpen) toggle(name, buttons[name]);
    return isOpen;
  }

  on("whole channel places", () => {
    const channel = channelNow();
    title.replaceChildren(
      el("span", { class: "channel-sign", "aria-hidden": "true" }, isDm(channel) ? "@" : "#"),
      channel ? titleOf(channel).slice(1) : "",
    );
    document.title = say("title", { channel: channel ? titleOf(channel) : "" });
  });
  on("whole", () => (offline.hidden = true));
  on("lost", () => (offline.hidden = false));
  on("navigated", () => close("sidebar"));
  addEventListener("keydown", ({ key, defaultPrevented }) => {
    if (key !== "Escape" || defaultPrevented || document.querySelector("dialog[open]")) return;
    for (const [name, button] of Object.entries(buttons)) if (close(name)) button.focus();
  });
  return el("header", { class: "header" }, buttons.sidebar, title, offline, buttons.panel);
}
