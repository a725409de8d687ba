import { el } from "../dom.js";
import { closeWhenLeft, place } from "./overlay.js";

/**
 * A menu at a point or beside a node. Entries are `{ label, icon, act }`, a string between them is a heading.
 * Arrows, Home, End and first letters move; Enter chooses; Escape closes and brings focus back.
 */
export function openMenu(anchor, entries, label) {
  const before = document.activeElement;
  const items = [];
  const menu = el(
    "div",
    { class: "menu", role: "menu", "aria-label": label, onkeydown: move },
    entries.map((entry) => {
      if (typeof entry === "string")
        return el("div", { class: "menu-heading", role: "presentation" }, entry);
      const item = el(
        "button",
        { type: "button", role: "menuitem", tabindex: "-1", class: "menu-item" },
        el("span", {}, entry.label),
        entry.icon ? el("span", { class: "menu-icon", "aria-hidden": "true" }, entry.icon) : "",
      );
      item.addEventListener("click", () => {
        close(true);
        entry.act();
      });
      items.push(item);
      return item;
    }),
  );
  document.body.append(menu);
  place(menu, anchor);
  const close = closeWhenLeft(menu, (isBack) => {
    menu.remove();
    if (isBack && before?.isConnected) before.focus();
  });
  items[0]?.focus();

  function move(event) {
    const at = items.indexOf(document.activeElement);
    const letter = event.key.length === 1 ? event.key.toLowerCase() : undefined;
    const to =
      { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key] ??
      (letter === undefined
        ? undefined
        : items.findIndex((item) => item.textContent.toLowerCase().startsWith(letter)));
    if (to === undefined || (letter !== undefined && to < 0)) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  }
}

/** Where a context menu opens: at the pointer, or, asked for with the keyboard, beside what has the focus. */
export const pointOf = (event, node) =>
  event.clientX === 0 && event.clientY === 0
    ? node.getBoundingClientRect()
    : { left: event.clientX, top: event.clientY, bottom: event.clientY };
