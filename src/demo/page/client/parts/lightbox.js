import { el } from "../dom.js";
import { steady } from "../media.js";
import { say } from "../words.js";
import { openOverlay } from "./overlay.js";

/** One picture large; arrows go to its neighbours. */
export function openLightbox(pictures, first) {
  let index = first;
  const image = el("img", { class: "lightbox-picture" });
  const words = el("p", { class: "lightbox-words" });
  const original = el(
    "a",
    { class: "lightbox-link", target: "_blank", rel: "noopener noreferrer" },
    say("picture.original"),
  );
  const count = el("span", { class: "lightbox-count" });
  const show = (to) => {
    index = (to + pictures.length) % pictures.length;
    const { url, alt } = pictures[index];
    image.src = steady(url);
    image.alt = alt ?? "";
    words.textContent = alt ?? "";
    original.href = steady(url);
    count.textContent = pictures.length > 1 ? `${index + 1} / ${pictures.length}` : "";
  };
  const step = (label, symbol, by) =>
    pictures.length < 2
      ? undefined
      : el(
          "button",
          {
            type: "button",
            class: `lightbox-step ${by < 0 ? "before" : "after"}`,
            "aria-label": label,
            onclick: () => show(index + by),
          },
          symbol,
        );
  const close = el(
    "button",
    {
      type: "button",
      class: "lightbox-close",
      "aria-label": say("close"),
      onclick: () => dialog.close(),
    },
    "✕",
  );
  const dialog = el(
    "dialog",
    {
      class: "lightbox",
      "aria-label": say("picture.viewer"),
      onkeydown: ({ key }) => {
        if (key === "ArrowLeft") show(index - 1);
        if (key === "ArrowRight") show(index + 1);
      },
      onclick: ({ target }) => {
        if (target === dialog) dialog.close();
      },
    },
    close,
    step(say("picture.before"), "‹", -1),
    el("figure", {}, image, el("figcaption", {}, words, original, count)),
    step(say("picture.after"), "›", 1),
  );
  show(first);
  openOverlay(dialog);
}
