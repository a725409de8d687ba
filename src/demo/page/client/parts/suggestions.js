import { el, newId } from "../dom.js";

/**
 * The list above the composer. Focus stays in the input; arrows move in the list.
 * Items are `{ title, detail, icon, pick }`.
 */
export function createSuggestions() {
  const heading = el("div", { class: "suggestions-heading" });
  const rows = el("div", { role: "listbox", id: newId("suggestions"), class: "suggestions-rows" });
  const box = el("div", { class: "suggestions", hidden: true }, heading, rows);
  let items = [];
  let active = -1;
  let input;

  function mark() {
    for (const [index, node] of [...rows.children].entries()) {
      node.classList.toggle("active", index === active);
      node.setAttribute("aria-selected", String(index === active));
    }
    const node = rows.children[active];
    node?.scrollIntoView({ block: "nearest" });
    if (node) input?.setAttribute("aria-activedescendant", node.id);
    else input?.removeAttribute("aria-activedescendant");
  }

  function hide() {
    box.hidden = true;
    items = [];
    input?.setAttribute("aria-expanded", "false");
    input?.removeAttribute("aria-activedescendant");
  }

  function row({ title, detail, icon }, index) {
    return el(
      "div",
      {
        role: "option",
        id: newId("suggestion"),
        class: "suggestion",
        onpointerdown: (event) => {
          event.preventDefault();
          items[index]?.pick();
        },
      },
      icon ?? "",
      el("span", { class: "suggestion-title" }, title),
      detail ? el("span", { class: "suggestion-detail" }, detail) : "",
    );
  }

  return {
    node: box,
    hide,
    isOpen: () => !box.hidden,
    /** Shows these for an input; the first is marked where a key that picks is likely meant for it. */
    show(to, { title, label, list, isFirstActive, note }) {
      if (input !== to) input?.setAttribute("aria-expanded", "false");
      input = to;
      items = list;
      active = isFirstActive && list.length > 0 ? 0 : -1;
      heading.textContent = title;
      rows.setAttribute("aria-label", label ?? title);
      rows.replaceChildren(
        ...(list.length > 0
          ? list.map(row)
          : note
            ? [el("div", { class: "suggestions-note", role: "presentation" }, note)]
            : []),
      );
      box.hidden = list.length === 0 && !note;
      input.setAttribute("aria-controls", rows.id);
      input.setAttribute("aria-expanded", String(!box.hidden));
      mark();
    },
    /** True: the key was meant for the list. */
    takeKey(event) {
      if (box.hidden) return false;
      if (event.key === "Escape") hide();
      else if (event.key === "ArrowDown" && items.length > 0) active = (active + 1) % items.length;
      else if (event.key === "ArrowUp" && items.length > 0)
        active = (active <= 0 ? items.length : active) - 1;
      else if ((event.key === "Enter" || event.key === "Tab") && items[active] && !event.shiftKey) {
        event.preventDefault();
        items[active].pick();
        return true;
      } else return false;
      event.preventDefault();
      mark();
      return true;
    },
  };
}
