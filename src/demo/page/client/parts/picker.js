import { el, newId } from "../dom.js";
import { say } from "../words.js";
import { closeWhenLeft, place } from "./overlay.js";

/**
 * A button that shows what is chosen and opens a list to choose from (select menus, in messages and in dialogs).
 * `options` are `{ value, label, description, emoji, default }`. `changed(values, isDone)` is told of every change.
 */
export function picker({
  options,
  label,
  placeholder,
  least = 1,
  most = 1,
  disabled,
  key,
  changed,
}) {
  let chosen = options.filter((option) => option.default).map(({ value }) => value);
  const face = el("span", { class: "picker-face" });
  const button = el(
    "button",
    {
      type: "button",
      class: "picker",
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-label": label,
      disabled,
      data: { key },
      onclick: () => open(),
      onkeydown: (event) => {
        if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
        event.preventDefault();
        open();
      },
    },
    face,
    el("span", { class: "picker-arrow", "aria-hidden": "true" }, "⌄"),
  );
  const show = () => {
    const named = options.filter(({ value }) => chosen.includes(value));
    face.replaceChildren(
      ...(named.length > 0
        ? named.map(({ emoji, label: text }) =>
            el("span", { class: "picker-value" }, emojiOf(emoji), text),
          )
        : [el("span", { class: "picker-placeholder" }, placeholder ?? say("select.placeholder"))]),
    );
  };
  show();

  function open() {
    if (document.querySelector(".picker-list")) return;
    const before = chosen;
    const isMany = most > 1;
    let active = Math.max(
      0,
      options.findIndex(({ value }) => chosen.includes(value)),
    );
    const rows = options.map((option, index) => row(option, () => choose(index)));
    const list = el(
      "div",
      {
        class: "picker-list",
        role: "listbox",
        tabindex: "-1",
        "aria-label": label ?? placeholder ?? say("select.placeholder"),
        "aria-multiselectable": String(isMany),
        onkeydown: move,
      },
      rows,
    );
    (button.closest("dialog") ?? document.body).append(list);
    list.style.minWidth = `${button.offsetWidth}px`;
    place(list, button.getBoundingClientRect());
    button.setAttribute("aria-expanded", "true");
    const close = closeWhenLeft(list, (isBack) => {
      list.remove();
      button.setAttribute("aria-expanded", "false");
      if (isBack) button.focus();
      if (isMany && chosen.join() !== before.join() && chosen.length >= least)
        changed(chosen, true);
    });
    mark();
    list.focus();

    function mark() {
      for (const [index, node] of rows.entries()) {
        node.classList.toggle("active", index === active);
        node.setAttribute("aria-selected", String(chosen.includes(options[index].value)));
      }
      list.setAttribute("aria-activedescendant", rows[active]?.id ?? "");
      rows[active]?.scrollIntoView({ block: "nearest" });
    }
    function choose(index) {
      active = index;
      const { value } = options[index];
      if (!isMany) {
        chosen = chosen.includes(value) && least === 0 ? [] : [value];
        show();
        close(true);
        changed(chosen, true);
        return;
      }
      if (chosen.includes(value)) chosen = chosen.filter((one) => one !== value);
      else if (chosen.length < most) chosen = [...chosen, value];
      show();
      mark();
      changed(chosen, false);
    }
    function move(event) {
      const letter = event.key.length === 1 && event.key !== " " ? event.key.toLowerCase() : "";
      if (event.key === "ArrowDown") active = (active + 1) % options.length;
      else if (event.key === "ArrowUp") active = (active - 1 + options.length) % options.length;
      else if (event.key === "Home") active = 0;
      else if (event.key === "End") active = options.length - 1;
      else if (event.key === "Enter" || event.key === " ") choose(active);
      else if (letter !== "") {
        const found = options.findIndex((one) => one.label.toLowerCase().startsWith(letter));
        if (found < 0) return;
        active = found;
      } else return;
      event.preventDefault();
      mark();
    }
  }
  return button;
}

function row({ label, description, emoji }, choose) {
  return el(
    "div",
    { class: "picker-row", role: "option", id: newId("choice"), onclick: choose },
    emoji ? el("span", { class: "picker-emoji" }, emojiOf(emoji)) : "",
    el(
      "span",
      { class: "picker-words" },
      el("span", {}, label),
      description ? el("span", { class: "picker-description" }, description) : "",
    ),
    el("span", { class: "picker-mark", "aria-hidden": "true" }, "✓"),
  );
}

export const emojiOf = (emoji) => (emoji ? el("span", { class: "emoji" }, emoji.name) : "");
