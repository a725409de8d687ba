import { el, newId } from "../dom.js";
import { say } from "../words.js";

const radioGroup = 21;

/** One of several (radio group) or some of several (checkbox group). */
export function choices({ component, id }) {
  const { options, required } = component;
  const isOne = component.type === radioGroup;
  const least = component.min_values ?? (required === false ? 0 : 1);
  const most = component.max_values ?? options.length;
  const inputs = options.map(({ value, default: isChosen }) =>
    el("input", {
      type: isOne ? "radio" : "checkbox",
      name: id,
      id: newId("choice"),
      value,
      checked: isChosen,
    }),
  );
  const chosen = () => inputs.filter(({ checked }) => checked).map(({ value }) => value);
  return {
    node: el(
      "div",
      { class: "choices" },
      options.map(({ label, description }, index) =>
        el(
          "label",
          { class: "choice", for: inputs[index].id },
          inputs[index],
          el(
            "span",
            {},
            el("span", { class: "choice-label" }, label),
            description ? el("span", { class: "choice-description" }, description) : "",
          ),
        ),
      ),
    ),
    focus: () => (inputs.find(({ checked }) => checked) ?? inputs[0]).focus(),
    isEmpty: () => chosen().length === 0,
    read: () => (isOne ? chosen()[0] : chosen()),
    check: () => {
      const count = chosen().length;
      const isWrong = !isOne && (count < least || count > most);
      return isWrong ? say("dialog.count", { least, most }) : undefined;
    },
  };
}

/** A single tick. */
export function onOff({ component, id }) {
  const input = el("input", { type: "checkbox", id, class: "tick", checked: component.default });
  return {
    node: input,
    focus: () => input.focus(),
    isEmpty: () => false,
    read: () => input.checked,
  };
}
