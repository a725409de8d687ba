import { el, safeAddress } from "../dom.js";
import { markdown } from "../markdown.js";
import { act } from "../server.js";
import { say } from "../words.js";
import { fileCard } from "./files.js";
import { gallery } from "./gallery.js";
import { chosenIn, keepChoice, pendingOf, wait } from "./pending.js";
import { emojiOf, picker } from "./picker.js";
import { optionsOf } from "./select-options.js";
import { spoilerCover } from "./spoiler.js";

const looks = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link" };

/** A component of a message, by its type. */
const makers = {
  1: (row, message) =>
    el(
      "div",
      { class: "action-row" },
      row.components.map((one) => component(one, message)),
    ),
  2: button,
  3: select,
  5: select,
  6: select,
  7: select,
  8: select,
  9: section,
  10: ({ content }) => el("div", { class: "text-display" }, markdown(content)),
  11: thumbnail,
  12: ({ items, id }, message) =>
    gallery(
      items.map(({ media, description, spoiler }) => ({
        ...media,
        alt: description,
        spoiler,
      })),
      `${message.id}:${id}`,
    ),
  13: ({ file, name, size, spoiler, id }, message) => {
    const card = fileCard({ url: file.url, filename: name, size });
    return spoiler ? spoilerCover(`${message.id}:${id}`, card) : card;
  },
  14: ({ divider, spacing }) =>
    el("div", {
      class: `separator ${divider ? "line" : ""} ${spacing === 2 ? "large" : ""}`,
      role: divider ? "separator" : "presentation",
    }),
  17: container,
};

export const component = (one, message) => makers[one.type]?.(one, message) ?? "";

function button(one, message) {
  const { style, label, emoji, url, disabled, custom_id: customId } = one;
  const look = `button ${looks[style] ?? "secondary"}`;
  const content = [emojiOf(emoji), label ? el("span", { class: "label" }, label) : ""];
  if (style === 5)
    return el(
      "a",
      { class: look, href: safeAddress(url), target: "_blank", rel: "noopener noreferrer" },
      content,
      el("span", { class: "outside", "aria-hidden": "true" }, "↗"),
    );
  const isPending = pendingOf(message.id) === customId;
  return el(
    "button",
    {
      type: "button",
      class: isPending ? `${look} pending` : look,
      disabled,
      "aria-busy": isPending ? "true" : undefined,
      "aria-label": label ? undefined : emoji?.name,
      data: { key: customId },
      onclick: () => wait(message, customId, () => act("press", { message: message.id, customId })),
    },
    content,
  );
}

function select(menu, message) {
  const customId = menu.custom_id;
  const send = (values) =>
    wait(message, customId, () => act("select", { message: message.id, customId, values }));
  const kept = chosenIn(message.id, customId);
  const options = optionsOf(menu);
  return picker({
    options: kept ? options.map((one) => ({ ...one, default: kept.includes(one.value) })) : options,
    label: menu.placeholder ?? say("select.placeholder"),
    placeholder: menu.placeholder,
    least: menu.min_values,
    most: menu.max_values,
    disabled: menu.disabled,
    key: customId,
    changed: (values, isDone) => {
      if (!isDone) return;
      keepChoice(message.id, customId, values);
      void send(values);
    },
  });
}

function section({ components, accessory }, message) {
  return el(
    "div",
    { class: "section" },
    el(
      "div",
      { class: "section-words" },
      components.map((one) => component(one, message)),
    ),
    el("div", { class: "section-accessory" }, component(accessory, message)),
  );
}

function thumbnail({ media, description, spoiler, id }, message) {
  const picture = gallery([{ ...media, alt: description, spoiler }], `${message.id}:${id}`);
  picture.classList.add("thumbnail");
  return picture;
}

function container({ accent_color: accent, components, spoiler, id }, message) {
  const box = el(
    "div",
    { class: accent === null || accent === undefined ? "container" : "container accented" },
    components.map((one) => component(one, message)),
  );
  if (typeof accent === "number")
    box.style.setProperty("--accent", `#${accent.toString(16).padStart(6, "0")}`);
  return spoiler ? spoilerCover(`${message.id}:${id}`, box) : box;
}
