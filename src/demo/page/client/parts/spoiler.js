import { el } from "../dom.js";
import { say } from "../words.js";

/** Text under a cover; a click or Enter takes it off. */
export function spoilerText(children) {
  const words = el("span", { class: "spoiler-words", "aria-hidden": "true" }, children);
  const cover = el(
    "span",
    {
      class: "spoiler",
      role: "button",
      tabindex: "0",
      "aria-label": say("spoiler.reveal"),
      "aria-expanded": "false",
      onclick: reveal,
      onkeydown: (event) => {
        if (event.key === "Enter" || event.key === " ") reveal(event);
      },
    },
    words,
  );
  function reveal(event) {
    if (cover.classList.contains("revealed")) return;
    event.preventDefault();
    event.stopPropagation();
    cover.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label", "aria-expanded"])
      cover.removeAttribute(name);
    words.removeAttribute("aria-hidden");
  }
  return cover;
}

/** What was uncovered stays so when its message is drawn anew. */
const uncovered = new Set();

/** Pictures under a cover. */
export function spoilerCover(key, inner) {
  if (uncovered.has(key)) return inner;
  const frame = el("div", { class: "spoiler-frame" });
  const cover = el(
    "button",
    {
      type: "button",
      class: "spoiler-cover",
      "aria-label": say("spoiler.reveal"),
      onclick: () => {
        uncovered.add(key);
        inner.removeAttribute("inert");
        frame.replaceWith(inner);
        (inner.querySelector("button, a") ?? inner).focus();
      },
    },
    el("span", { class: "spoiler-badge" }, say("spoiler.badge")),
  );
  inner.setAttribute("inert", "");
  frame.append(inner, cover);
  return frame;
}
