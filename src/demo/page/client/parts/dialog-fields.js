import { el, newId } from "../dom.js";
import { markdown } from "../markdown.js";
import { say } from "../words.js";
import { choices, onOff } from "./dialog-choices.js";
import { files } from "./dialog-files.js";
import { picker } from "./picker.js";
import { optionsOf } from "./select-options.js";

/**
 * A part of a dialog: `{ node, read, check, focus, isWrong }`.
 * `read` answers `[[customId, value]]`, `check` the words why it cannot be sent (and shows them).
 */
export function dialogField(part) {
  if (part.type === 10)
    return { node: el("div", { class: "text-display" }, markdown(part.content)) };
  const inner = part.type === 18 ? part.component : part.components[0];
  const words = { label: part.label ?? inner.label, description: part.description };
  return labelled(inner, words);
}

const makers = {
  3: menu,
  4: text,
  5: menu,
  6: menu,
  7: menu,
  8: menu,
  19: files,
  21: choices,
  22: choices,
  23: onOff,
};

function labelled(component, { label, description }) {
  const id = newId("field");
  const wrong = el("span", { class: "field-wrong", id: `${id}-wrong`, role: "alert" });
  const part = makers[component.type]({ component, id, label });
  const isNeeded = component.required !== false && component.type !== 23;
  const isGroup = [21, 22].includes(component.type);
  let problem;
  const check = () => {
    problem = part.isEmpty() ? (isNeeded ? say("dialog.required") : undefined) : part.check?.();
    wrong.textContent = problem ?? "";
    node.classList.toggle("wrong", problem !== undefined);
    return problem;
  };
  const node = el(
    isGroup ? "fieldset" : "div",
    // What was wrong is looked at again as soon as it changes.
    { class: "field", oninput: () => problem !== undefined && check() },
    el(
      isGroup ? "legend" : "label",
      isGroup ? { class: "field-label" } : { class: "field-label", for: id },
      label,
      isNeeded ? el("span", { class: "field-needed", "aria-hidden": "true" }, " *") : "",
    ),
    description ? el("p", { class: "field-description" }, description) : "",
    part.node,
    wrong,
  );
  return {
    node,
    focus: part.focus,
    isWrong: () => problem !== undefined,
    read: () => [[component.custom_id, part.read()]].filter(([, value]) => value !== undefined),
    check,
  };
}

function text({ component, id }) {
  const {
    style,
    value = "",
    placeholder,
    min_length: least = 0,
    max_length: most = 4000,
  } = component;
  const count = el("span", { class: "field-count", "aria-hidden": "true" });
  const show = () => {
    count.textContent = component.max_length ? `${field.value.length}/${most}` : "";
  };
  const field = el(style === 2 ? "textarea" : "input", {
    id,
    class: "field-input",
    ...(style === 2 ? { rows: 4 } : { type: "text" }),
    placeholder,
    maxlength: most,
    autocomplete: "off",
    "aria-required": String(component.required !== false),
    "aria-describedby": `${id}-wrong`,
    oninput: show,
  });
  field.value = value;
  show();
  return {
    node: el("div", { class: "field-box" }, field, count),
    focus: () => field.focus(),
    isEmpty: () => field.value === "",
    read: () => field.value,
    check: () => (field.value.length < least ? say("dialog.tooShort", { least }) : undefined),
  };
}

function menu({ component, label }) {
  const options = optionsOf(component);
  let chosen = options.filter((one) => one.default).map(({ value }) => value);
  const button = picker({
    options,
    label,
    placeholder: component.placeholder,
    least: component.required === false ? 0 : (component.min_values ?? 1),
    most: component.max_values ?? 1,
    changed: (values) => {
      chosen = values;
      button.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  return {
    node: button,
    focus: () => button.focus(),
    isEmpty: () => chosen.length === 0,
    read: () => chosen,
  };
}
