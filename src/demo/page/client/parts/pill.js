import { el, newId } from "../dom.js";
import { say } from "../words.js";
import { kind, toValue } from "./option-values.js";

/** One option of a command that is being written: its name, and where its value is typed or its file is put. */
export function createPill(option, { keydown, input: changed, focus }) {
  const id = newId("option");
  const wrong = el("span", { class: "visually-hidden", id: `${id}-wrong` });
  let picked;
  let file;
  const isFile = option.type === kind.file;
  const input = isFile ? filePart() : textPart();
  const node = el(
    "span",
    { class: isFile ? "pill of-file" : "pill", data: { option: option.name } },
    el("label", { for: id }, option.name),
    input.node,
    wrong,
  );

  function textPart() {
    const field = el("textarea", {
      id,
      rows: 1,
      class: "pill-input",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-required": option.required ? "true" : undefined,
      "aria-description": option.description,
      "aria-describedby": `${id}-wrong`,
      inputmode: option.type === kind.whole ? "numeric" : undefined,
      oninput: () => {
        picked = undefined;
        mark(undefined);
        changed(pill);
      },
      onfocus: () => focus(pill),
      onkeydown: (event) => keydown(event, pill),
    });
    return { node: field, focusable: field };
  }

  function filePart() {
    const chooser = el("input", {
      type: "file",
      id,
      class: "visually-hidden",
      tabindex: "-1",
      onchange: () => pill.setFile(chooser.files?.[0]),
    });
    const button = el(
      "button",
      {
        type: "button",
        class: "pill-file",
        "aria-description": option.description,
        onclick: () => chooser.click(),
        onfocus: () => focus(pill),
        onkeydown: (event) => event.key !== "Enter" && event.key !== " " && keydown(event, pill),
      },
      say("options.chooseFile"),
    );
    return { node: el("span", {}, chooser, button), focusable: button };
  }

  function mark(words) {
    node.classList.toggle("wrong", words !== undefined);
    wrong.textContent = words ?? "";
    input.focusable.setAttribute("aria-invalid", String(words !== undefined));
  }

  const pill = {
    option,
    node,
    focus: () => input.focusable.focus(),
    typed: () => (isFile ? (file?.name ?? "") : input.focusable.value),
    isEmpty: () => (isFile ? file === undefined : input.focusable.value === ""),
    takesFiles: isFile,
    setFile(chosen) {
      file = chosen;
      input.focusable.textContent = chosen?.name ?? say("options.chooseFile");
      mark(undefined);
      changed(pill);
    },
    pick({ name, value }) {
      picked = { name, value };
      input.focusable.value = name;
      mark(undefined);
    },
    /** `{ value }` or `{ wrong }`; the latter is shown. */
    read() {
      if (isFile) return file ? { value: file } : missing();
      const typed = input.focusable.value;
      if (typed === "") return missing();
      const found = picked?.name === typed ? { value: picked.value } : toValue(option, typed);
      mark(found.wrong);
      return found;
    },
  };
  function missing() {
    mark(say("options.required"));
    return { wrong: say("options.required") };
  }
  return pill;
}
